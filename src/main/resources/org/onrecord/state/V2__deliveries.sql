-- One row for each mail: one digest, one window, one subscriber. It is here before it is handed to a mail server, and
-- leaves the state PENDING only when the server has answered.
create table delivery (
    message_id      text    primary key,
    digest          text    not null,
    subscriber      text    not null,
    window_at       integer not null,
    message         blob    not null,
    state           text    not null check (state in ('PENDING', 'SENT', 'REJECTED')),
    attempts        integer not null,
    next_attempt_at integer,
    last_reply      text    not null,
    created_at      integer not null,
    check ((state = 'PENDING') = (next_attempt_at is not null)),
    unique (digest, subscriber, window_at)
) strict;

create index delivery_due on delivery (state, next_attempt_at);

-- One row for each item that a subscriber has got, or gets with a pending mail; for ever.
create table delivered_item (
    subscriber text not null,
    item       text not null,
    message_id text not null references delivery (message_id),
    primary key (subscriber, item)
) strict;

-- The last window that a digest was put together for, also when there was nothing to say.
create table digest_run (
    digest    text    primary key,
    window_at integer not null
) strict;
