-- What people said of tags, in the order in which they said it: later rows overrule earlier ones field by field, and a null
-- leaves what the tagger finds. A row is never deleted; one that was withdrawn says when.
create table correction (
    number       integer primary key autoincrement,
    article      text    not null,
    content      text    not null, -- the words of the statement, as they stand in the article
    content_at   integer not null, -- where they stood
    source       text    not null, -- the words that name the speaker there; empty for none
    statement    integer not null, -- 0 when the words are nobody's statement
    attributed   integer not null, -- 1 when "actor" is given, be it null for nobody
    actor        text,
    deed         text,
    position     text,
    issue        text,             -- given exactly with a position that is not "none"
    note         text    not null,
    made_at      integer not null,
    withdrawn_at integer
) strict;
create index correction_of_article on correction (article);

-- Articles whose place in the index does not show their corrections yet; "changes" tells a change from one that came meanwhile.
create table correction_due (
    article text    primary key,
    changes integer not null
) strict;
