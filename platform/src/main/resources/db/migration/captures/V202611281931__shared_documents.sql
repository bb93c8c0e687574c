-- What was found, for tools of others; null of analyses from before these were kept.
alter table analyses
  add column navigator text references blobs (sha256),
  add column stix text references blobs (sha256),
  add check ((navigator is null) = (stix is null)),
  add check (navigator is null or document is not null);
create index analyses_navigator on analyses (navigator);
create index analyses_stix on analyses (stix);
