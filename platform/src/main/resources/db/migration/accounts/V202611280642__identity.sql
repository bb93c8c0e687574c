-- Who somebody is at the OpenID Connect provider: one identity each.
create table identity (
  person uuid primary key references person on delete cascade,
  issuer text not null,
  subject text not null,
  unique (issuer, subject)
);

-- People on their way to the provider and back.
create table sign_in_journey (
  hash bytea primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  redirect_uri text not null,
  next text not null,
  person uuid references person on delete cascade,
  expires timestamptz not null
);
create index sign_in_journey_expires on sign_in_journey (expires);
