-- A cache: where each card stands, and what its deck file says of it. It can be made again from the log and the decks.
create table card_state (
    deck          text    not null,
    card          text    not null,
    listed        integer not null default 0,   -- whether a deck file that was read holds it and it is current
    position      integer not null default 0,   -- in its deck
    spread        integer not null default 0,   -- a number that follows from its id, to shuffle by
    fact          text    not null default '',
    stage         text    not null,      -- new, learning, reviewing, relearning
    step          integer not null,
    due           integer not null,      -- new: position; reviewing: study day; else Unix milliseconds
    interval_days integer not null,
    stability     real    not null,
    difficulty    real    not null,
    first_day     integer not null,
    last_day      integer not null,
    last_ms       integer not null,
    reps          integer not null,
    lapses        integer not null,
    suspended     integer not null,
    buried_until  integer not null,
    flag          integer not null,
    leech         integer not null,
    overconfident integer not null,
    queue         text    not null default 'unlisted',  -- unlisted, suspended, or its stage
    primary key (deck, card)
) strict, without rowid;

create index card_queue on card_state (deck, queue, due, spread, fact, buried_until);

-- Deck files as they were when they were last read, so that an unchanged one need not be read again.
create table deck_file (
    path     text    primary key,
    size     integer not null,
    mtime_ns integer not null,
    seen_ns  integer not null,           -- when it was read: a file written at that moment is read again
    sha256   text    not null,
    deck     text    not null,           -- the deck's id
    cover    text    not null,           -- JSON: everything but its cards
    findings text    not null            -- JSON
) strict, without rowid;

create table deck_card (
    deck     text    not null,
    card     text    not null,
    position integer not null,
    asked    text    not null,           -- the question, folded, to be searched
    answered text    not null,           -- the answer, folded
    told     text    not null,           -- the sentence behind it, folded; empty if there is none
    body     text    not null,           -- JSON
    primary key (deck, card)
) strict, without rowid;

create index deck_card_position on deck_card (deck, position);
