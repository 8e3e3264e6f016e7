-- One row for each capture whose article could not be put into the index, to be tried again.
create table passed_over (
    capture         integer primary key references capture (number),
    reason          text    not null,
    attempts        integer not null,
    next_attempt_at integer not null
) strict;

create index passed_over_due on passed_over (next_attempt_at);

-- Which article a capture shows, and a hash of its headline and text. Derived: made anew by `reindex`.
create table version (
    capture   integer primary key references capture (number),
    article   text    not null,
    text_hash text    not null
) strict;

create index version_by_article on version (article, capture);

-- Until when a host asked to be left alone.
create table host_pause (
    host  text    primary key,
    until integer not null
) strict;
