-- Moments are milliseconds since 1970 UTC. Ids and addresses are text as their Java types print them.

-- One row for each record of the WARC archive. A capture is acknowledged when its row is committed.
create table capture (
    number         integer primary key autoincrement,
    source         text    not null,
    uri            text    not null,
    requested      text    not null,
    file           text    not null,
    file_offset    integer not null,
    file_length    integer not null,
    fetched_at     integer not null,
    payload_sha256 text    not null,
    title          text    not null,
    published      text,
    summary        text    not null,
    unique (file, file_offset)
) strict;

create index capture_by_uri on capture (uri, number);
create index capture_by_requested on capture (requested, number);

-- One row for each address that a source ever named.
create table link (
    number          integer primary key,
    uri             text    not null unique,
    source          text    not null,
    title           text    not null,
    published       text,
    summary         text    not null,
    state           text    not null check (state in ('PENDING', 'CAPTURED', 'REFUSED', 'FAILED')),
    attempts        integer not null,
    next_attempt_at integer,
    last_reason     text    not null,
    discovered_at   integer not null,
    capture         integer references capture (number),
    check ((state = 'PENDING') = (next_attempt_at is not null)),
    check ((state = 'CAPTURED') = (capture is not null))
) strict;

create index link_by_source on link (source, state, next_attempt_at, number);

-- One row for each source that was asked at least once.
create table source_state (
    source        text    primary key,
    etag          text,
    last_modified text,
    full_at       integer,
    round_at      integer not null,
    success_at    integer,
    outcome       text    not null,
    failures      integer not null,
    next_due_at   integer not null
) strict;

-- What tagging a text gave, so that a rebuilt index need not tag again. Derived: may be deleted at any time.
create table tagging (
    text_hash text not null,
    tagger    text not null,
    json_gzip blob not null,
    primary key (text_hash, tagger)
) strict;
