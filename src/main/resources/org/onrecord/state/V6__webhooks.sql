-- One row for each address that is told of new articles. The secret must be readable: every message is signed with it.
create table webhook (
    number          integer primary key autoincrement,
    name            text    not null,
    url             text    not null,
    query           text    not null,
    secret          text    not null,
    created_at      integer not null,
    last_capture    integer not null,
    failing_since   integer,
    disabled_at     integer,
    disabled_reason text    not null
) strict;

-- One row for each message: one webhook, one article, for ever. It is here before anybody sends it, and leaves the state
-- PENDING only when the receiver has answered well, or when it is given up.
create table webhook_message (
    id              text    primary key,
    webhook         integer not null references webhook (number) on delete cascade,
    article         text    not null,
    body            text    not null,
    state           text    not null check (state in ('PENDING', 'SENT', 'GIVEN_UP')),
    attempts        integer not null,
    next_attempt_at integer,
    last_reply      text    not null,
    created_at      integer not null,
    check ((state = 'PENDING') = (next_attempt_at is not null)),
    unique (webhook, article)
) strict;

create index webhook_message_due on webhook_message (state, next_attempt_at);
