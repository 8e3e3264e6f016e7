-- One row for each person who may log in. The hash is a string of the form $argon2id$v=19$...
create table account (
    name          text    primary key,
    password_hash text    not null,
    changed_at    integer not null
) strict;

-- One row for each browser that is logged in, by the SHA-256 of the secret in its cookie.
create table session (
    hash       text    primary key,
    account    text    not null references account (name) on delete cascade,
    created_at integer not null,
    used_at    integer not null
) strict;

-- One row for each token ever made for a program, by the SHA-256 of its secret; the secret itself is nowhere.
create table token (
    number     integer primary key autoincrement,
    name       text    not null,
    hash       text    not null unique,
    scopes     text    not null,
    created_at integer not null,
    expires_at integer,
    used_at    integer,
    revoked_at integer
) strict;

-- Random keys of this home, by what they are for.
create table home_key (
    purpose text primary key,
    value   blob not null
) strict;
