package io.aegispcap.analysis.detection.web;

import static io.aegispcap.analysis.detection.web.AttackKind.CLASS_LOADER;
import static io.aegispcap.analysis.detection.web.AttackKind.DESERIALISATION;
import static io.aegispcap.analysis.detection.web.AttackKind.EXTERNAL_ENTITY;
import static io.aegispcap.analysis.detection.web.AttackKind.FILE_INCLUSION;
import static io.aegispcap.analysis.detection.web.AttackKind.INTERNAL_ADDRESS;
import static io.aegispcap.analysis.detection.web.AttackKind.JNDI_LOOKUP;
import static io.aegispcap.analysis.detection.web.AttackKind.PATH_TRAVERSAL;
import static io.aegispcap.analysis.detection.web.AttackKind.SCRIPT_UPLOAD;
import static io.aegispcap.analysis.detection.web.AttackKind.SHELLSHOCK;
import static io.aegispcap.analysis.detection.web.AttackPattern.words;

import java.util.List;

/// Files, objects and addresses that a request has no business with. Source: the ideas of the OWASP
/// Core Rule Set's groups 930, 931, 933, 944 and of the advisories named; the expressions are own.
final class FilePatterns {
  static final List<AttackPattern> ALL =
      List.of(
          AttackPattern.of(
              PATH_TRAVERSAL,
              3,
              1,
              words("../", "..\\"),
              "(?:\\.\\.[/\\\\]{1,2}){2}[^&?]{0,100}(?:etc/|windows[/\\\\]|win\\.ini|boot\\.ini|proc/self"
                  + "|wp-config|web-inf|/\\.env|\\.ssh|system32|\\bbin/)"),
          AttackPattern.of(
              PATH_TRAVERSAL,
              2,
              0,
              words("../", "..\\", "..;/"),
              "(?:\\.\\.[/\\\\]{1,2}){3}|/\\.\\.;/"),
          AttackPattern.of(
              PATH_TRAVERSAL,
              2,
              0,
              words("/etc/"),
              "/etc/(?:passwd|shadow|group|hosts|sudoers)\\b"),
          AttackPattern.of(
              PATH_TRAVERSAL,
              2,
              0,
              words("win.ini", "boot.ini", "web.xml"),
              "[/\\\\](?:win|boot)\\.ini\\b|web-inf[/\\\\]web\\.xml"),
          AttackPattern.of(
              PATH_TRAVERSAL,
              1,
              0,
              words("/.", "wp-config"),
              "/\\.(?:env|git/(?:config|head)|aws/credentials|ssh/id_[a-z0-9]{2,8}|htpasswd)(?:$|\\?)"
                  + "|wp-config\\.php(?:\\.bak|~|\\.old|\\.save|\\.txt)"),
          AttackPattern.of(
              FILE_INCLUSION,
              3,
              1,
              words("proc/self", "php://", "expect://", "phar://", "file:///", "data:"),
              "proc/self/(?:environ|cmdline|fd/|maps)|php://(?:filter|input)|=expect://|=phar://"
                  + "|=file:///|=data:(?:text/plain|application/x-httpd-php)?;base64,"),
          AttackPattern.of(
              FILE_INCLUSION,
              2,
              0,
              words("=http", "=ftp"),
              "=(?:https?|ftp)://[^&]{1,200}\\.(?:txt|php)\\?(?:$|&)"),
          AttackPattern.of(
              JNDI_LOOKUP,
              3,
              3,
              words("jndi"),
              "\\$\\{ ?jndi ?: ?(?:ldaps?|rmi|dns|iiop|corba|nds|nis|https?|\\$\\{)"),
          AttackPattern.of(
              JNDI_LOOKUP,
              2,
              1,
              words("${"),
              "\\$\\{(?:jndi|(?:env|sys|java|ctx|main|date):[a-z_.:-]{1,40}\\})"),
          AttackPattern.of(
              CLASS_LOADER,
              3,
              2,
              words("classloader", "routing-expression"),
              "\\bclass(?:\\.module|\\[.{0,3}module.{0,3}\\])?\\.classloader|spring\\.cloud\\.function\\.routing-expression"),
          AttackPattern.of(
              SHELLSHOCK, 3, 1, words("() {", "(){"), "\\(\\) ?\\{ ?[^}]{0,60}; ?\\} ?;"),
          AttackPattern.of(
              EXTERNAL_ENTITY,
              3,
              2,
              words("<!entity", "<xi:include"),
              "<!entity [^>]{1,120}(?:system|public) ?['\"]|<xi:include [^>]{0,200}href ?= ?['\"]?(?:file|/)"),
          AttackPattern.of(
              DESERIALISATION,
              3,
              2,
              words("ro0ab", "aaeaaad"),
              "(?:^|[=:\"' >])ro0ab[a-z0-9+/_-]{20}|(?:^|[=:\"' >])aaeaaad/////"),
          AttackPattern.of(
              DESERIALISATION,
              3,
              2,
              words("commons.collections", "jdbcrowsetimpl", "templatesimpl", "@type"),
              "commons\\.collections4?\\.functors|com\\.sun\\.rowset\\.jdbcrowsetimpl|xsltc\\.trax\\.templatesimpl"
                  + "|\"@type\" ?: ?\"(?:com\\.sun\\.|java\\.net\\.|java\\.lang\\.auto)"),
          AttackPattern.of(
              DESERIALISATION,
              2,
              1,
              words(":{"),
              "(?:^|[=;{\"' ])[oc]:\\d{1,3}:\"[a-z_\\\\]{3,80}\":\\d{1,3}:\\{"),
          AttackPattern.of(DESERIALISATION, 2, 2, words("\u00ac\u00ed"), "^\\xac\\xed\\x00\\x05"),
          AttackPattern.of(
              SCRIPT_UPLOAD,
              3,
              3,
              words("<?", "<%"),
              "<\\?(?:php|=)[^?]{0,600}(?:\\$_(?:get|post|request|cookie|server|files)\\b|\\b(?:eval|system"
                  + "|passthru|shell_exec|base64_decode|assert|proc_open) ?\\()"
                  + "|<%[^%]{0,600}(?:\\beval\\b|\\bexecute\\b|request\\.getparameter|runtime\\.getruntime"
                  + "|processbuilder|request\\.item|process\\.start)"),
          AttackPattern.of(
              SCRIPT_UPLOAD,
              2,
              2,
              words("filename="),
              "filename=\"?[^\"; ]{1,120}\\.(?:php\\d?|phtml|phar|jspx?|aspx?|ashx|cfm)\\b"),
          AttackPattern.of(
              INTERNAL_ADDRESS,
              3,
              2,
              words(
                  "169.254",
                  "metadata.google",
                  "100.100.100.200",
                  "fd00:ec2",
                  "2852039166",
                  "0xa9fe"),
              "[=:\"'>] ?\"?(?:https?:)?//(?:169\\.254\\.169\\.254|metadata\\.google\\.internal|100\\.100\\.100\\.200"
                  + "|\\[fd00:ec2::254\\]|2852039166|0xa9fea9fe)"),
          AttackPattern.of(
              INTERNAL_ADDRESS,
              2,
              0,
              words("gopher:", "dict:", "localhost:", "127.0.0.1:"),
              "[=\"'](?:gopher|dict)://|=https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):(?:6379|22|25|9200|11211|2375|8500)\\b"));

  private FilePatterns() {}
}
