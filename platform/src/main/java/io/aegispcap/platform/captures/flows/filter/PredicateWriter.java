package io.aegispcap.platform.captures.flows.filter;

import io.aegispcap.platform.captures.flows.filter.Field.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Writes filters as SQL.
final class PredicateWriter {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  void write(Filter filter) {
    switch (filter) {
      case Filter.Everything() -> sql.append("true");
      case Filter.And(Filter left, Filter right) -> both(left, " AND ", right);
      case Filter.Or(Filter left, Filter right) -> both(left, " OR ", right);
      case Filter.Not(Filter inner) -> {
        sql.append("(NOT ");
        write(inner);
        sql.append(')');
      }
      case Filter.Test test -> test(test);
    }
  }

  private void both(Filter left, String word, Filter right) {
    sql.append('(');
    write(left);
    sql.append(word);
    write(right);
    sql.append(')');
  }

  private void test(Filter.Test test) {
    sql.append(test.operator() == Operator.NOT_EQUAL ? "(NOT (" : "((");
    boolean said = test.field().sources().stream().allMatch(Source.Fact.class::isInstance);
    boolean passedOver = said && passOver(test);
    Iterator<Source> sources = test.field().sources().iterator();
    while (sources.hasNext()) {
      switch (sources.next()) {
        case Source.Column column -> column(test, column);
        case Source.Fact fact -> fact(test, fact);
      }
      sql.append(sources.hasNext() ? " OR " : "");
    }
    sql.append(passedOver ? " ELSE false END))" : "))");
  }

  /// Rows that lack the text altogether need no parsing, if the text is written in JSON as it is.
  private boolean passOver(Filter.Test test) {
    boolean whole =
        test.operator() == Operator.EQUAL
            || test.operator() == Operator.NOT_EQUAL
            || test.operator() == Operator.CONTAINS;
    if (whole
        && test.operands().getFirst() instanceof Operand.Text(String text)
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')) {
      sql.append("CASE WHEN contains(lower(facts), lower(").append(bind(text)).append(")) THEN ");
      return true;
    }
    return false;
  }

  private void column(Filter.Test test, Source.Column column) {
    sql.append(column.nullable() ? "coalesce(" : "(");
    anyOperand(test, column.sql(), column.perBase());
    sql.append(column.nullable() ? ", false)" : ")");
  }

  /// Most rows lack the fact: they are passed over before anything is parsed.
  private void fact(Filter.Test test, Source.Fact fact) {
    sql.append("CASE WHEN contains(facts, '\"").append(fact.member()).append("\":')");
    boolean measured = test.field().kind().measured();
    sql.append(" THEN len(list_filter(").append(fact.sql()).append(", lambda x: coalesce(");
    anyOperand(test, measured ? "try_cast(x AS DOUBLE)" : "x", 1);
    sql.append(", false))) > 0 ELSE false END");
  }

  private void anyOperand(Filter.Test test, String value, long perBase) {
    Iterator<Operand> operands = test.operands().iterator();
    while (operands.hasNext()) {
      sql.append(condition(test, value, operands.next(), perBase));
      sql.append(operands.hasNext() ? " OR " : "");
    }
  }

  private String condition(Filter.Test test, String value, Operand operand, long perBase) {
    return switch (operand) {
      case Operand.Network network -> AddressSql.in(value, network);
      case Operand.Quantity quantity when test.field().kind() == Kind.NOTE ->
          number(value) + comparison(test.operator()) + literal(quantity, perBase);
      case Operand.Quantity quantity ->
          value + comparison(test.operator()) + literal(quantity, perBase);
      case Operand.Range(Operand.Quantity from, Operand.Quantity to) ->
          value + " BETWEEN " + literal(from, perBase) + " AND " + literal(to, perBase);
      case Operand.Text(String text) -> text(test, value, text);
    };
  }

  private String text(Filter.Test test, String value, String text) {
    boolean exact = test.field().kind() == Kind.KEY;
    String left = exact ? value : "lower(" + value + ")";
    String right = exact ? bind(text) : test.operator() == Operator.MATCHES ? "" : lower(text);
    return switch (test.operator()) {
      case EQUAL, NOT_EQUAL, IN -> left + " = " + right + sameNumber(test, value, text);
      case CONTAINS -> "contains(" + left + ", " + right + ")";
      case MATCHES ->
          "regexp_matches("
              + value
              + ", "
              + (exact ? right : bind(text))
              + (exact ? ")" : ", 'i')");
      case LESS, AT_MOST, MORE, AT_LEAST ->
          throw new IllegalArgumentException("texts have no order here");
    };
  }

  /// A note of 0.5 is one of .50 too.
  private String sameNumber(Filter.Test test, String value, String text) {
    return test.field().kind() == Kind.NOTE
        ? " OR coalesce(" + number(value) + " = " + number(bind(text)) + ", false)"
        : "";
  }

  private static String number(String text) {
    return "try_cast(" + text + " AS DOUBLE)";
  }

  private String lower(String text) {
    return "lower(" + bind(text) + ")";
  }

  private String bind(String text) {
    parameters.add(text);
    return "?";
  }

  private static String comparison(Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, IN -> " = ";
      case LESS -> " < ";
      case AT_MOST -> " <= ";
      case MORE -> " > ";
      case AT_LEAST -> " >= ";
      case CONTAINS, MATCHES -> throw new IllegalArgumentException("numbers have no parts");
    };
  }

  /// Whole numbers as such, since columns of whole numbers are then searched by their statistics.
  private static String literal(Operand.Quantity quantity, long perBase) {
    BigDecimal value = quantity.value().divide(BigDecimal.valueOf(perBase), MathContext.DECIMAL64);
    boolean whole = value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(MOST) <= 0;
    return whole ? value.toBigInteger().toString() : "'" + value.doubleValue() + "'::DOUBLE";
  }
}
