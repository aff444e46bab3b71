-- The notes that were exported, so that an unchanged card never looks newer to Anki and a removed one can be retired.
create table exported (
    deck       text    not null,
    card       text    not null,
    family     text    not null,         -- the note type
    digest     text    not null,         -- of what a receiver sees
    changed_at integer not null,         -- Unix seconds at which it became so
    gone       integer not null,         -- 1: its card has left the deck since
    tags       text    not null,         -- as they were exported
    fields     text    not null,
    primary key (deck, card, family)
) strict, without rowid;
