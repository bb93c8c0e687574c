package io.aegispcap.analysis.detection.web;

import static io.aegispcap.analysis.detection.web.AttackKind.COMMAND_INJECTION;
import static io.aegispcap.analysis.detection.web.AttackKind.HEADER_INJECTION;
import static io.aegispcap.analysis.detection.web.AttackKind.SCRIPT_INJECTION;
import static io.aegispcap.analysis.detection.web.AttackKind.SQL_INJECTION;
import static io.aegispcap.analysis.detection.web.AttackKind.TEMPLATE_INJECTION;
import static io.aegispcap.analysis.detection.web.AttackPattern.words;

import java.util.List;

/// Injections: into queries, commands, templates and pages. Source: the ideas of the OWASP Core
/// Rule Set's groups 932, 934, 941 and 942 and of OWASP's testing guide; the expressions are own.
final class InjectionPatterns {
  private static final String PROGRAMS =
      "(?:id|whoami|uname|ifconfig|ipconfig|ls|dir|pwd|hostname|ps|netstat|env|cat|wget|curl|nc"
          + "|netcat|bash|sh|ping|nslookup|powershell|certutil|chmod|busybox|tftp)";
  private static final String QUOTES = "['\"()]{0,3}";

  /// Of a script that the page's own server has, which brings nothing of the sender's: what people
  /// write who ask about a page. One with a query may be made to say anything.
  private static final String OWN_SOURCE =
      "(?: type ?= ?['\"]?[a-z/-]{1,30}['\"]?)? src ?= ?['\"]?/?[a-z0-9_.-][a-z0-9_./-]{0,200}['\"]? ?/?>";

  static final List<AttackPattern> ALL =
      List.of(
          // Queries
          AttackPattern.of(
              SQL_INJECTION,
              3,
              2,
              words("union"),
              "\\bunion (?:all |distinct )?\\(? ?select (?:null|\\d{1,9}\\b|'|\"|@|\\(|char\\(|concat"
                  + "|[a-z_][a-z0-9_.]{0,40}(?:,| ?,|\\(| from ))"),
          AttackPattern.of(
              SQL_INJECTION,
              3,
              1,
              words("or ", "and ", "|| ", "&& "),
              "(?:^|[^a-z])(?:or|and|xor|\\|\\||&&) (?:not )?"
                  + QUOTES
                  + "\\d{1,9}"
                  + QUOTES
                  + " ?(?:=|<>|<|>|like) ?"
                  + QUOTES
                  + "\\d{1,9}(?:[^0-9a-z]|$)"),
          AttackPattern.of(
              SQL_INJECTION,
              3,
              1,
              words("'", "\""),
              "['\")] ?(?:or|and|xor|\\|\\||&&) (?:not )?\\(?['\"]([^'\"]{0,20})['\"] ?(?:=|like) ?['\"]\\1"),
          AttackPattern.of(
              SQL_INJECTION,
              3,
              2,
              words("sleep", "benchmark", "waitfor", "dbms_", "randomblob"),
              "\\b(?:pg_)?sleep ?\\( ?\\d{1,4} ?\\)|\\bbenchmark ?\\( ?\\d{3,}|\\bwaitfor delay '"
                  + "|dbms_pipe\\.receive_message|dbms_lock\\.sleep|randomblob ?\\( ?\\d{5,}"),
          AttackPattern.of(
              SQL_INJECTION,
              3,
              1,
              words(
                  "drop ",
                  "insert into ",
                  "delete from ",
                  "alter table ",
                  "declare @",
                  "exec",
                  "shutdown",
                  "create ",
                  "truncate table ",
                  "update "),
              "['\")\\d] ?; ?(?:drop (?:table|database) |insert into |delete from |alter table "
                  + "|declare @|exec(?:ute)? |shutdown\\b|create (?:table|user) |truncate table "
                  + "|update [a-z0-9_.]{1,40} set )"),
          AttackPattern.of(
              SQL_INJECTION,
              3,
              2,
              words(
                  "extractvalue",
                  "updatexml",
                  "rand(",
                  "rand (",
                  "exp(",
                  "exp (",
                  "convert(",
                  "convert (",
                  "xmltype",
                  "utl_"),
              "\\bextractvalue ?\\(|\\bupdatexml ?\\(|\\bfloor ?\\( ?rand ?\\(|\\bexp ?\\( ?~"
                  + "|\\bconvert ?\\( ?int ?,|utl_inaddr\\.|utl_http\\.request|\\bxmltype ?\\( ?chr"),
          AttackPattern.of(
              SQL_INJECTION,
              3,
              1,
              words(
                  "information_schema",
                  "sysobjects",
                  "sqlite_master",
                  "pg_",
                  "mysql.user",
                  "@@version",
                  "xp_cmdshell",
                  "load_file",
                  "outfile",
                  "dumpfile",
                  "group_concat"),
              "\\binformation_schema\\.|\\bsysobjects\\b|\\bsqlite_master\\b|\\bpg_catalog\\.|\\bmysql\\.user\\b"
                  + "|@@version|\\bxp_cmdshell\\b|\\bload_file ?\\(|\\binto (?:out|dump)file\\b"
                  + "|\\bgroup_concat ?\\("),
          AttackPattern.of(
              SQL_INJECTION,
              2,
              0,
              words("'", "\""),
              "['\"] ?\\)? ?(?:;|\\))* ?(?:--(?: |-|$|&)|#(?: |$|&)|/\\*)"),
          AttackPattern.of(
              SQL_INJECTION,
              2,
              0,
              words("order by"),
              "['\")\\d] ?order by \\d{1,4}(?: ?(?:--|#|$)|&)"),
          AttackPattern.of(
              SQL_INJECTION,
              2,
              1,
              words("select"),
              "\\( ?select .{1,160} from [a-z_(]|\\( ?select ?\\("),
          AttackPattern.of(
              SQL_INJECTION,
              2,
              1,
              words("0x", "char(", "chr("),
              "\\bconcat(?:_ws)? ?\\( ?0x|\\bcha?r\\(\\d{2,3}\\) ?(?:\\+|\\|\\||,| ) ?cha?r\\("),
          AttackPattern.of(
              SQL_INJECTION,
              2,
              1,
              words("case when"),
              "\\bcase when \\(?\\d{1,6} ?(?:=|<|>) ?\\d{1,6}\\)? then"),
          AttackPattern.of(
              SQL_INJECTION,
              2,
              1,
              words("[$", "\"$"),
              "\\[\\$(?:ne|gte?|lte?|regex|where|nin|exists)\\]|\"\\$(?:ne|where|regex)\" ?:"),
          // Commands
          AttackPattern.of(
              COMMAND_INJECTION,
              3,
              1,
              words(
                  "wget ",
                  "curl ",
                  "cat /",
                  "cat ../",
                  "cat<",
                  "ping -",
                  "ping6 -",
                  "nc ",
                  "sh -",
                  "chmod ",
                  "rm -rf ",
                  "nslookup ",
                  "powershell",
                  "certutil -",
                  "uname -a",
                  "tftp -",
                  "busybox ",
                  "net user ",
                  "python",
                  "perl -e",
                  "php -r",
                  "ls -l",
                  "sleep "),
              "[;|&`(] ?(?:/(?:usr/)?s?bin/)?(?:wget (?:-|https?:|ftp:)|curl (?:-|https?:)|cat /|cat \\.\\./"
                  + "|cat<|ping6? -[cnw]|nc (?:-|\\d)|(?:ba|da|k|z)?sh -[ci]|chmod (?:\\+x|[0-7]{3,4}) "
                  + "|rm -rf |nslookup [a-z0-9.]|powershell(?:\\.exe)? -|certutil -|uname -a|tftp -"
                  + "|busybox |net user |python[23]? -c|perl -e|php -r|ls -l|sleep \\d{1,3}(?:$|[;|&`)]))"),
          AttackPattern.of(
              COMMAND_INJECTION,
              3,
              2,
              words("${ifs}", "cmd /c", "cmd/c", "cmd.exe"),
              "\\$\\{ifs\\}|\\bcmd(?:\\.exe)? ?/c "),
          AttackPattern.of(COMMAND_INJECTION, 2, 1, words("/bin/"), "/bin/(?:ba|da|z)?sh\\b"),
          AttackPattern.of(
              COMMAND_INJECTION,
              2,
              0,
              words(";", "|", "`", "$("),
              "(?:;|\\||`|\\$\\() ?(?:/(?:usr/)?s?bin/)?" + PROGRAMS + " ?(?:$|[;|`)&#])"),
          AttackPattern.of(
              COMMAND_INJECTION,
              2,
              1,
              words("$("),
              "\\$\\( ?(?:/(?:usr/)?s?bin/)?" + PROGRAMS + "\\b"),
          AttackPattern.of(COMMAND_INJECTION, 2, 0, words("`"), "`" + PROGRAMS + "\\b[^`]{0,100}`"),
          AttackPattern.of(
              COMMAND_INJECTION,
              3,
              2,
              words(
                  "eval",
                  "invokefunction",
                  "call_user_func",
                  "auto_prepend_file",
                  "allow_url_include"),
              "\\beval ?\\( ?(?:base64_decode|gzinflate|\\$_(?:post|get|request|cookie))|invokefunction&"
                  + "|call_user_func(?:_array)?\\b|\\bauto_prepend_file ?=|\\ballow_url_include ?="),
          AttackPattern.of(
              COMMAND_INJECTION,
              2,
              0,
              words("system", "passthru", "shell_exec", "proc_open", "phpinfo", "eval"),
              "\\b(?:system|passthru|shell_exec|proc_open|pcntl_exec) ?\\( ?['\"$]|\\bphpinfo ?\\("
                  + "|[=@]eval ?\\("),
          // Templates and expressions
          AttackPattern.of(
              TEMPLATE_INJECTION,
              3,
              2,
              words("__", "freemarker", "java.lang", "#_memberaccess", "ognl", "#context", "%{"),
              "__(?:class|mro|globals|builtins|subclasses|import)__|freemarker\\.template\\.utility\\.execute"
                  + "|\\bt\\(java\\.lang\\.|@java\\.lang\\.runtime|#_memberaccess|ognl\\.ognlcontext"
                  + "|#context\\[|%\\{ ?\\(?#|java\\.lang\\.processbuilder|java\\.lang\\.runtime"),
          AttackPattern.of(
              TEMPLATE_INJECTION,
              2,
              1,
              words("{{", "${", "#{", "<%="),
              "\\{\\{ ?['\"]?\\d{1,6}['\"]? ?\\* ?['\"]?\\d{1,6}['\"]? ?\\}\\}"
                  + "|[$#]\\{ ?\\d{1,6} ?\\* ?\\d{1,6} ?\\}|<%= ?\\d{1,6} ?\\* ?\\d{1,6} ?%>"
                  + "|\\{\\{.{0,40}(?:lipsum|cycler|\\.constructor|config\\.items|self\\._).{0,80}\\}\\}"),
          // Pages
          AttackPattern.of(
              SCRIPT_INJECTION,
              3,
              0,
              words("<script"),
              "<script[^>]{0,80}>[^<]{0,80}(?:alert|confirm|prompt|eval|fetch|document|window|cookie|string)"),
          AttackPattern.of(
              SCRIPT_INJECTION, 2, 0, words("<script"), "<script(?!" + OWN_SOURCE + ")(?: |/|>)"),
          AttackPattern.of(SCRIPT_INJECTION, 1, 0, words("<script"), "<script" + OWN_SOURCE),
          AttackPattern.of(
              SCRIPT_INJECTION,
              3,
              0,
              words("<"),
              "<[a-z]{1,12}[ /][^>]{0,200}\\bon[a-z]{4,18} ?= ?['\"]?[^ ]"),
          AttackPattern.of(
              SCRIPT_INJECTION,
              2,
              0,
              words(
                  "onerror",
                  "onload",
                  "onmouseover",
                  "onfocus",
                  "onclick",
                  "ontoggle",
                  "onpointerenter"),
              "['\" ]on(?:error|load|mouseover|focus|click|toggle|pointerenter) ?= ?['\"]?[^ >]{0,40}"
                  + "(?:alert|confirm|prompt|eval|document|fetch)\\b"),
          AttackPattern.of(
              SCRIPT_INJECTION,
              2,
              0,
              words("javascript:", "document.cookie"),
              "javascript: ?(?:alert|eval|document|window|prompt|confirm)\\b|\\bdocument\\.cookie\\b"),
          AttackPattern.of(
              SCRIPT_INJECTION,
              1,
              0,
              words("<iframe", "<svg", "<embed", "<object"),
              "<(?:iframe|svg|embed|object)(?: |/|>)"),
          // Headers
          AttackPattern.of(
              HEADER_INJECTION,
              2,
              0,
              words("set-cookie:", "location: "),
              " (?:set-cookie: ?[a-z0-9_]{1,40}=|location: ?https?:)"));

  private InjectionPatterns() {}
}
