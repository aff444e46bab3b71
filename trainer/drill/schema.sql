-- The truth: rows are added and never touched again.
create table event (
    seq      integer primary key,
    at_ms    integer not null,           -- the drill's own clock, Unix milliseconds
    kind     text    not null,           -- a name of trainer/drill/events.py
    player   text,                       -- where it is about one
    question integer,                    -- where it is about one
    body     text    not null            -- the whole event as JSON
) strict;

-- What the reducer trusts, held by the disk too: one answer for a player and a question, one making, one joining.
create unique index event_answer on event (player, question) where kind = 'answered';
create unique index event_joined on event (player) where kind = 'joined';
create unique index event_made on event (kind) where kind = 'made';

create trigger event_keeps_rows   before delete on event begin select raise(abort, 'the log is append-only'); end;
create trigger event_keeps_values before update on event begin select raise(abort, 'the log is append-only'); end;

-- When the drill was last known to run, so that the time away can be given back.
create table alive (
    one   integer primary key check (one = 1),
    at_ms integer not null
) strict;
