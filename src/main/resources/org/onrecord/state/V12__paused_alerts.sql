-- An alert that brings far more than is wanted is paused: a third kind of suppression, which SQLite learns by a new table.
alter table suppression rename to suppression_of_two_kinds;
create table suppression (
    address text    not null,
    digest  text    not null,
    kind    text    not null check (kind in ('UNSUBSCRIBED', 'REFUSED', 'PAUSED')),
    reason  text    not null,
    since   integer not null,
    primary key (address, digest)
) strict;
insert into suppression (address, digest, kind, reason, since)
    select address, digest, kind, reason, since from suppression_of_two_kinds;
drop table suppression_of_two_kinds;
