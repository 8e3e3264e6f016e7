-- What was refused or captured may have a time at which it is asked for again, and what a source's first round leaves out
-- is a state of its own. SQLite changes no checks of a table, so it is made anew.
create table link_made_anew (
    number          integer primary key,
    uri             text    not null unique,
    source          text    not null,
    title           text    not null,
    published       text,
    updated         text,
    summary         text    not null,
    state           text    not null check (state in ('PENDING', 'CAPTURED', 'REFUSED', 'FAILED', 'LEFT_OUT')),
    attempts        integer not null,
    next_attempt_at integer,
    last_reason     text    not null,
    discovered_at   integer not null,
    capture         integer references capture (number),
    check (state not in ('PENDING', 'REFUSED') or next_attempt_at is not null),
    check (state not in ('FAILED', 'LEFT_OUT') or next_attempt_at is null),
    check ((state = 'CAPTURED') = (capture is not null))
) strict;

insert into link_made_anew (number, uri, source, title, published, summary, state, attempts, next_attempt_at,
    last_reason, discovered_at, capture)
select number, uri, source, title, published, summary,
    case when left_out then 'LEFT_OUT' else state end,
    attempts,
    case when state = 'REFUSED' and not left_out then discovered_at else next_attempt_at end,
    last_reason, discovered_at, capture
from (select *, state = 'REFUSED' and last_reason like 'not among the first %' as left_out from link);

drop table link;
alter table link_made_anew rename to link;
create index link_by_source on link (source, state, next_attempt_at, number);

-- When the source said that the article was changed.
alter table capture add column updated text;
