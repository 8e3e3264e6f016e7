-- One row for each subscription that a reader asked for; what it brings is JSON, which nothing in the database looks into.
create table subscription (
    number       integer primary key autoincrement,
    address      text    not null,
    state        text    not null check (state in ('ASKED', 'ACTIVE', 'ENDED')),
    choice       text    not null,
    asked_at     integer not null,
    confirmed_at integer
) strict;

create index subscription_by_address on subscription (address, asked_at);
