package io.aegispcap.platform.accounts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.PersonalData;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.accounts.Handle;
import io.aegispcap.platform.accounts.People;
import io.aegispcap.platform.accounts.Profile;
import io.aegispcap.platform.accounts.entry.Accounts;
import io.aegispcap.platform.accounts.entry.SessionCookie;
import io.aegispcap.platform.accounts.self.OwnAccount;
import io.aegispcap.platform.accounts.self.Picture;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Redirect;
import io.aegispcap.platform.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// One's own profile, picture, copy of all data, and the way out.
@Controller
class ProfileController {
  private final People people;
  private final Accounts accounts;
  private final OwnAccount own;
  private final SessionCookie cookie;
  private final List<PersonalData> modules;
  private final Deeds deeds;

  ProfileController(
      People people,
      Accounts accounts,
      OwnAccount own,
      SessionCookie cookie,
      List<PersonalData> modules,
      Deeds deeds) {
    this.people = people;
    this.accounts = accounts;
    this.own = own;
    this.cookie = cookie;
    this.modules = List.copyOf(modules);
    this.deeds = deeds;
  }

  @GetMapping("/account")
  @Requires(Permission.TAKE_PART)
  Reply profile(Caller.Person caller, @RequestParam(required = false) Optional<String> saved) {
    return new ProfilePage(people.find(caller.id()).orElseThrow(), saved.isPresent());
  }

  @PostMapping("/account")
  @Requires(Permission.TAKE_PART)
  Reply describe(Caller.Person caller, @RequestParam String name, @RequestParam String expertise) {
    own.describe(caller, name, expertise);
    return new Redirect("/account?saved");
  }

  /// An empty file takes the picture away.
  @PostMapping("/account/picture")
  @Requires(Permission.TAKE_PART)
  Reply picture(Caller.Person caller, @RequestParam MultipartFile picture) throws IOException {
    Optional<byte[]> png =
        picture.isEmpty() ? Optional.empty() : Optional.of(Picture.redraw(picture.getBytes()));
    accounts.changePicture(caller.id(), png);
    return new Redirect("/account?saved");
  }

  @GetMapping("/people/{handle}/picture")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<byte[]> pictureOf(@PathVariable String handle) {
    byte[] png =
        Handle.parse(handle)
            .flatMap(people::find)
            .map(Profile::id)
            .flatMap(accounts::picture)
            .orElseThrow(() -> ProblemException.notFound("picture of " + handle));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .body(png);
  }

  @GetMapping("/account/export")
  @Requires(Permission.TAKE_PART)
  ResponseEntity<Map<String, Object>> export(Caller.Person caller) {
    Map<String, Object> copy = new TreeMap<>();
    modules.forEach(module -> copy.put(module.heading(), module.of(caller.id())));
    deeds.record(caller, "person.export", caller.id().toString());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("aegispcap-my-data.json").build().toString())
        .body(copy);
  }

  @PostMapping("/account/delete")
  @Requires(Permission.TAKE_PART)
  Reply delete(
      Caller.Person caller,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!own.knows(caller, password)) {
      throw new ProblemException(
          ProblemType.Common.FORBIDDEN, "The password is wrong; nothing was deleted.");
    }
    own.delete(caller);
    cookie.clear(request, response);
    return new Redirect("/");
  }
}
