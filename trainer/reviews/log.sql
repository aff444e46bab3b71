create table meta (
    key   text primary key,
    value text not null
) strict, without rowid;

-- The truth: rows are added and never touched again.
create table log (
    seq        integer primary key,      -- order of arrival on this machine
    id         text    not null unique,  -- UUID, version 7
    device     text    not null,         -- the machine that wrote it
    kind       text    not null,         -- review, practice, suspend, ..., undo, options, fitted, aim, note
    at_ms      integer not null,
    tz_min     integer not null,
    day        integer not null,
    deck       text    not null,
    card       text    not null,         -- empty where no card is meant
    rating     integer,                  -- reviews only, 1 to 4
    elapsed_ms integer,                  -- reviews only
    undoes     text,                     -- undo only: the entry's id
    body       text                      -- JSON of what has no column
) strict;

create index log_card on log (deck, card, seq);
create unique index log_undoes on log (undoes) where undoes is not null;

create trigger log_keeps_rows   before delete on log begin select raise(abort, 'the log is append-only'); end;
create trigger log_keeps_values before update on log begin select raise(abort, 'the log is append-only'); end;

-- When the exported content of a card last changed, so that an unchanged card never looks newer to Anki.
create table exported (
    deck       text    not null,
    card       text    not null,
    digest     text    not null,
    changed_at integer not null,         -- Unix seconds
    primary key (deck, card)
) strict, without rowid;
