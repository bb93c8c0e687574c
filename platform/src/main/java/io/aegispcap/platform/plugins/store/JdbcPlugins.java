package io.aegispcap.platform.plugins.store;

import io.aegispcap.extension.running.PluginOutcome;
import io.aegispcap.extension.sandbox.PluginFailure;
import io.aegispcap.extension.sandbox.SuspensionPolicy;
import io.aegispcap.platform.access.PersonId;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.database.Jsonb;
import io.aegispcap.platform.database.SqlInstant;
import io.aegispcap.platform.plugins.CheckedPart;
import io.aegispcap.platform.plugins.HeldPlugin;
import io.aegispcap.platform.plugins.PluginCost;
import io.aegispcap.platform.plugins.PluginId;
import io.aegispcap.platform.plugins.PluginState;
import io.aegispcap.platform.plugins.Plugins;
import io.aegispcap.plugin.Capability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPlugins implements Plugins {
  private final JdbcClient sql;
  private final JsonMapper json;
  private final Manifests manifests = new Manifests();

  JdbcPlugins(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public List<HeldPlugin> all() {
    return sql.sql("select * from plugin order by state = 'OFFERED', place, offered desc, id")
        .query(this::plugin)
        .list();
  }

  @Override
  public Optional<HeldPlugin> find(PluginId id) {
    return sql.sql("select * from plugin where id = :id")
        .param("id", id.value())
        .query(this::plugin)
        .optional();
  }

  @Override
  public Optional<HeldPlugin> installed(String packageId) {
    return sql.sql("select * from plugin where package = :package and state <> 'OFFERED'")
        .param("package", packageId)
        .query(this::plugin)
        .optional();
  }

  @Override
  public HeldPlugin offer(HeldPlugin plugin, String manifest) {
    sql.sql(
            """
            insert into plugin (id, package, version, content, manifest, author_key, trust, refused, checks, state,
                                offered, offered_by)
            values (:id, :package, :version, :content, :manifest, :key, :trust, :refused, cast(:checks as jsonb),
                    'OFFERED', :offered, :by)
            on conflict (package, version, content) do nothing
            """)
        .param("id", plugin.id().value())
        .param("package", plugin.manifest().id())
        .param("version", plugin.manifest().version())
        .param("content", plugin.content().sha256())
        .param("manifest", manifest)
        .param("key", plugin.authorKey())
        .param("trust", plugin.trust())
        .param("refused", plugin.refused())
        .param("checks", Jsonb.of(plugin.checks(), json))
        .param("offered", SqlInstant.of(plugin.offered()))
        .param("by", plugin.offeredBy().value())
        .update();
    return sql.sql(
            "select * from plugin where package = :package and version = :version and content ="
                + " :content")
        .param("package", plugin.manifest().id())
        .param("version", plugin.manifest().version())
        .param("content", plugin.content().sha256())
        .query(this::plugin)
        .single();
  }

  @Override
  public void install(PluginId id, Set<Capability> granted, Instant now) {
    sql.sql(
            """
            update plugin set state = 'OFFERED'
             where state <> 'OFFERED' and package = (select package from plugin where id = :id)
            """)
        .param("id", id.value())
        .update();
    sql.sql(
            """
            update plugin set state = 'ENABLED', granted = :granted, installed = :now,
                   place = (select coalesce(max(place), 0) + 1 from plugin)
             where id = :id
            """)
        .param(
            "granted", granted.stream().sorted().map(Capability::toString).toArray(String[]::new))
        .param("now", SqlInstant.of(now))
        .param("id", id.value())
        .update();
    sql.sql(
            """
            insert into plugin_newest select package, version from plugin where id = :id
            on conflict (package) do update set version = excluded.version
            """)
        .param("id", id.value())
        .update();
  }

  @Override
  public void pin(String namespace, String key, Instant now) {
    sql.sql(
            """
            insert into plugin_namespace values (:namespace, :key, :now)
            on conflict (namespace) do nothing
            """)
        .param("namespace", namespace)
        .param("key", key)
        .param("now", SqlInstant.of(now))
        .update();
  }

  @Override
  public void revoke(String key, Instant now) {
    sql.sql("insert into plugin_revoked_key values (:key, :now) on conflict do nothing")
        .param("key", key)
        .param("now", SqlInstant.of(now))
        .update();
  }

  @Override
  public Optional<String> pinned(String namespace) {
    return sql.sql("select author_key from plugin_namespace where namespace = :namespace")
        .param("namespace", namespace)
        .query(String.class)
        .optional();
  }

  @Override
  public boolean revoked(String key) {
    return sql.sql("select exists (select from plugin_revoked_key where author_key = :key)")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<String> newest(String id) {
    return sql.sql("select version from plugin_newest where package = :package")
        .param("package", id)
        .query(String.class)
        .optional();
  }

  @Override
  public void state(PluginId id, PluginState state) {
    sql.sql("update plugin set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id.value())
        .update();
  }

  @Override
  public void settings(PluginId id, Map<String, String> settings) {
    sql.sql("update plugin set settings = cast(:settings as jsonb) where id = :id")
        .param("settings", Jsonb.of(settings, json))
        .param("id", id.value())
        .update();
  }

  @Override
  public void place(PluginId id, boolean first) {
    String end = first ? "min(place) - 1" : "max(place) + 1";
    sql.sql("update plugin set place = (select " + end + " from plugin) where id = :id")
        .param("id", id.value())
        .update();
  }

  @Override
  public void remove(PluginId id) {
    sql.sql("delete from plugin where id = :id").param("id", id.value()).update();
  }

  @Override
  public void ran(PluginId id, CaptureId capture, PluginOutcome outcome, Instant now) {
    sql.sql(
            """
            insert into plugin_run (plugin, capture, at, cpu_millis, peak_bytes, wall_millis, findings, notes, failures)
            select :id, (select id from captures where id = :capture), :now, :cpu, :peak, :wall, :findings, :notes,
                   :failures
              from plugin where id = :id
            """)
        .param("id", id.value())
        .param("capture", capture.value())
        .param("now", SqlInstant.of(now))
        .param("cpu", outcome.usage().cpu().toMillis())
        .param("peak", outcome.usage().peakMemory())
        .param("wall", outcome.usage().wall().toMillis())
        .param("findings", outcome.findings())
        .param("notes", outcome.noteCount())
        .param("failures", outcome.failures().size())
        .update();
    outcome.failures().forEach(failure -> failed(id, failure));
    sql.sql("update plugin set kept = cast(:kept as jsonb) where id = :id")
        .param("kept", Jsonb.of(outcome.kept(), json))
        .param("id", id.value())
        .update();
  }

  private void failed(PluginId id, PluginFailure failure) {
    sql.sql(
            """
            insert into plugin_failure (plugin, cause, message, batch, at, output)
            select :id, :cause, :message, :batch, :at, :output from plugin where id = :id
            """)
        .param("id", id.value())
        .param("cause", failure.cause().name())
        .param("message", harmless(failure.message()))
        .param("batch", failure.batch())
        .param("at", SqlInstant.of(failure.time()))
        .param(
            "output", failure.output().stream().map(JdbcPlugins::harmless).toArray(String[]::new))
        .update();
  }

  @Override
  public List<PluginFailure> failures(PluginId id, int most) {
    return sql.sql(
            """
            select f.*, p.package, p.version from plugin_failure f join plugin p on p.id = f.plugin
             where f.plugin = :id order by f.id desc limit :most
            """)
        .param("id", id.value())
        .param("most", most)
        .query(JdbcPlugins::failure)
        .list();
  }

  @Override
  public boolean keepsFailing(PluginId id, SuspensionPolicy policy, Instant now) {
    return sql.sql(
            """
            select (select count(*) from plugin_failure where plugin = :id and at > :since) >= :most
                or (select count(*) from (select * from plugin_run where plugin = :id order by id desc limit :runs) r
                     where r.failures > 0 and r.findings = 0 and r.notes = 0) >= :runs
            """)
        .param("id", id.value())
        .param("since", SqlInstant.of(now.minus(policy.window())))
        .param("most", policy.failures())
        .param("runs", SuspensionPolicy.RUNS)
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<PluginCost> costs(PluginId id, int most) {
    return sql.sql("select * from plugin_run where plugin = :id order by id desc limit :most")
        .param("id", id.value())
        .param("most", most)
        .query(
            (row, _) ->
                new PluginCost(
                    SqlInstant.in(row, "at"),
                    Duration.ofMillis(row.getLong("cpu_millis")),
                    row.getLong("peak_bytes"),
                    Duration.ofMillis(row.getLong("wall_millis")),
                    row.getLong("findings"),
                    row.getLong("notes"),
                    row.getInt("failures")))
        .list();
  }

  private static PluginFailure failure(ResultSet row, int number) throws SQLException {
    return new PluginFailure(
        row.getString("package"),
        row.getString("version"),
        PluginFailure.Cause.valueOf(row.getString("cause")),
        row.getString("message"),
        row.getLong("batch"),
        SqlInstant.in(row, "at"),
        List.of((String[]) row.getArray("output").getArray()));
  }

  private HeldPlugin plugin(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new HeldPlugin(
        new PluginId(id),
        manifests.of(id, row.getString("manifest")),
        new BlobId(row.getString("content")),
        row.getString("author_key"),
        row.getString("trust"),
        row.getBoolean("refused"),
        json.readValue(row.getString("checks"), new TypeReference<List<CheckedPart>>() {}),
        PluginState.valueOf(row.getString("state")),
        Arrays.stream((String[]) row.getArray("granted").getArray())
            .flatMap(text -> Capability.of(text).stream())
            .collect(Collectors.toSet()),
        texts(row.getString("settings")),
        texts(row.getString("kept")),
        SqlInstant.in(row, "offered"),
        new PersonId(row.getObject("offered_by", UUID.class)),
        SqlInstant.perhapsIn(row, "installed"));
  }

  private Map<String, String> texts(String object) {
    return json.readValue(object, new TypeReference<Map<String, String>>() {});
  }

  private static String harmless(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
