-- One row for each article that matched what somebody watches for, for ever; told_at is null while he was not told.
create table match (
    watcher    text    not null,
    article    text    not null,
    matched_at integer not null,
    told_at    integer,
    primary key (watcher, article)
) strict, without rowid;

create index match_untold on match (watcher, matched_at) where told_at is null;

-- One row: every capture up to this number was compared with what is watched for, or passed over by the indexing.
create table compared (
    only_row integer primary key check (only_row = 1),
    capture  integer not null
) strict;

-- What was captured before there were watchers is not new to them; webhooks have looked at captures by themselves.
insert into compared (only_row, capture)
values (1, coalesce((select min(last_capture) from webhook), (select max(number) from capture), 0));

insert into match (watcher, article, matched_at, told_at)
select 'webhook:' || webhook, article, created_at, created_at from webhook_message;

alter table webhook drop column last_capture;
