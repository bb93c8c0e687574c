package io.aegispcap.platform.captures.flows.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads filters, by recursive descent:
///
/// ```
/// or    = and { "or" and }
/// and   = not { "and" not }
/// not   = "not" not | "(" or ")" | test
/// test  = field operator value | field "in" ( value | "(" value { "," value } ")" )
/// ```
///
/// `&&`, `||` and `!` mean `and`, `or` and `not`.
final class Parser {
  static final int MAX_LENGTH = 4_000;
  static final int MAX_DEPTH = 50;
  static final int MAX_TESTS = 200;

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int open;
  private int tests;
  private Wanted wanted = new Wanted.AField();

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// What may come next.
  sealed interface Wanted {
    record AField() implements Wanted {}

    record AnOperator(Field field) implements Wanted {}

    record AValue(Field field) implements Wanted {}

    /// @param parenthesis whether one is open
    record AConjunction(boolean parenthesis) implements Wanted {}
  }

  static Filter parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new FilterException(
          MAX_LENGTH,
          text.length() - MAX_LENGTH,
          "a filter has at most " + MAX_LENGTH + " characters",
          List.of());
    }
    return new Parser(Lexer.tokens(text)).all();
  }

  /// What may follow a text, if it is right so far.
  static Optional<Wanted> after(String text) {
    try {
      Parser parser = new Parser(Lexer.tokens(text));
      try {
        parser.all();
        return Optional.of(parser.wanted);
      } catch (FilterException early) {
        return parser.token().type() == Token.Type.END
            ? Optional.of(parser.wanted)
            : Optional.empty();
      }
    } catch (FilterException notEvenWords) {
      return Optional.empty();
    }
  }

  private Filter all() {
    if (token().type() == Token.Type.END) {
      return new Filter.Everything();
    }
    Filter filter = or();
    if (token().type() != Token.Type.END) {
      throw wrong(token(), List.of("and", "or", "the end"));
    }
    return filter;
  }

  private Filter or() {
    Filter left = and();
    while (token().isWord("or") || token().is("||")) {
      at++;
      left = new Filter.Or(left, and());
    }
    return left;
  }

  private Filter and() {
    Filter left = not();
    while (token().isWord("and") || token().is("&&")) {
      at++;
      left = new Filter.And(left, not());
    }
    return left;
  }

  private Filter not() {
    wanted = new Wanted.AField();
    Token token = token();
    if (token.isWord("not") || token.is("!")) {
      enter(token);
      Filter inner = not();
      depth--;
      return new Filter.Not(inner);
    }
    return token.is("(") ? parentheses(token) : test();
  }

  private Filter parentheses(Token opening) {
    enter(opening);
    open++;
    Filter inner = or();
    if (!token().is(")")) {
      throw wrong(token(), List.of("and", "or", ")"));
    }
    at++;
    open--;
    depth--;
    wanted = new Wanted.AConjunction(open > 0);
    return inner;
  }

  private void enter(Token token) {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new FilterException(
          token.at(),
          token.end() - token.at(),
          "a filter is at most " + MAX_DEPTH + " levels deep",
          List.of());
    }
  }

  private Filter test() {
    Token name = token();
    Field field = field(name);
    if (++tests > MAX_TESTS) {
      throw new FilterException(
          name.at(),
          name.end() - name.at(),
          "a filter has at most " + MAX_TESTS + " conditions",
          List.of());
    }
    at++;
    wanted = new Wanted.AnOperator(field);
    Operator operator = operator(field);
    at++;
    wanted = new Wanted.AValue(field);
    List<Operand> operands =
        operator == Operator.IN ? several(field) : List.of(one(field, operator));
    wanted = new Wanted.AConjunction(open > 0);
    return new Filter.Test(field, operator, operands);
  }

  private static Field field(Token name) {
    Optional<Field> field =
        name.type() == Token.Type.WORD ? Fields.find(name.text()) : Optional.empty();
    return field.orElseThrow(() -> UnknownField.at(name));
  }

  private Operator operator(Field field) {
    Token token = token();
    Optional<Operator> operator =
        token.type() == Token.Type.STRING ? Optional.empty() : Operator.of(token.text());
    List<Operator> possible = field.kind().operators();
    return operator
        .filter(possible::contains)
        .orElseThrow(() -> wrong(token, possible.stream().map(Operator::symbol).toList()));
  }

  private Operand one(Field field, Operator operator) {
    Token value = token();
    Kind kind = field.kind() == Kind.NOTE && operator.orders() ? Kind.NUMBER : field.kind();
    Operand operand = new OperandReader(kind).read(value, operator == Operator.IN);
    if (operator == Operator.MATCHES) {
      RegularExpression.check(value);
    }
    at++;
    return operand;
  }

  private List<Operand> several(Field field) {
    if (!token().is("(")) {
      return List.of(one(field, Operator.IN));
    }
    List<Operand> operands = new ArrayList<>();
    do {
      at++;
      tests++;
      operands.add(one(field, Operator.IN));
    } while (token().is(","));
    if (!token().is(")")) {
      throw wrong(token(), List.of(",", ")"));
    }
    at++;
    return operands;
  }

  private Token token() {
    return tokens.get(at);
  }

  static FilterException wrong(Token token, List<String> expected) {
    return new FilterException(token.at(), token.end() - token.at(), token.found(), expected);
  }
}
