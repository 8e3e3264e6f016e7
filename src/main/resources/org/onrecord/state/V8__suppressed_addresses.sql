-- Whom nothing is mailed to: one row for somebody who unsubscribed from a digest, and one for an address that a mail server
-- refused for good. An empty digest stands for all of them.
create table suppression (
    address text    not null,
    digest  text    not null,
    kind    text    not null check (kind in ('UNSUBSCRIBED', 'REFUSED')),
    reason  text    not null,
    since   integer not null,
    primary key (address, digest)
) strict;

-- When a mail was handed over and no answer is recorded yet; when nobody could tell whether the server had taken it; when
-- the last answer came.
alter table delivery add column handed_over_at integer;
alter table delivery add column unknown_at integer;
alter table delivery add column answered_at integer;
