-- Checks and shapes that landing and linking share, as macros so that they stand in SQL once.

-- Ten digits, spaces and hyphens between them allowed, as a whole number.
create macro ten_digits(x) as case
    when regexp_full_match(replace(replace(x, ' ', ''), '-', ''), '[0-9]{10}') then cast(replace(replace(x, ' ', ''), '-', '') as bigint) end;
-- NHS number: weights 10 to 2, sum modulo 11; a check digit of 10 is never issued (NHS Data Model and Dictionary, NHS NUMBER).
-- Ten equal digits are placeholders.
create macro nhs_sum(n) as
    10 * (n // 1000000000 % 10) + 9 * (n // 100000000 % 10) + 8 * (n // 10000000 % 10) + 7 * (n // 1000000 % 10)
    + 6 * (n // 100000 % 10) + 5 * (n // 10000 % 10) + 4 * (n // 1000 % 10) + 3 * (n // 100 % 10)
    + 2 * (n // 10 % 10);
create macro is_nhs_number(n) as n % 1111111111 <> 0 and (11 - nhs_sum(n) % 11) % 11 = n % 10;

-- The twelve digits of a Unique Pupil Number. Temporary numbers end in a letter and are not used.
create macro twelve_digits(x) as case when regexp_full_match(x, '[A-Za-z][0-9]{12}') then cast(substr(x, 2) as bigint) end;
-- Sum of digit times position (2 to 13) modulo 23 picks the letter (Department for Education, Unique pupil numbers guidance).
create macro upn_sum(n) as
    2 * (n // 100000000000 % 10) + 3 * (n // 10000000000 % 10) + 4 * (n // 1000000000 % 10) + 5 * (n // 100000000 % 10)
    + 6 * (n // 10000000 % 10) + 7 * (n // 1000000 % 10) + 8 * (n // 100000 % 10) + 9 * (n // 10000 % 10)
    + 10 * (n // 1000 % 10) + 11 * (n // 100 % 10) + 12 * (n // 10 % 10) + 13 * (n % 10);
create macro is_upn(letter, n) as upper(letter) = substr('ABCDEFGHJKLMNPQRTUVWXYZ', cast(upn_sum(n) % 23 as integer) + 1, 1);

-- A name for comparing: capital letters alone, and of letters that follow themselves one, since doubling is the commonest slip.
-- Ł has no accent to take off: it is folded to what is given.
create macro letters(x, stroke_l) as regexp_replace(strip_accents(upper(replace(replace(x, 'ł', stroke_l), 'Ł', stroke_l))), '[^A-Z]', '', 'g');
create macro undoubled(x) as list_aggregate(
    list_filter(string_split(x, ''), lambda letter, i : i = 1 or letter <> substr(x, i - 1, 1)), 'string_agg', '');
create macro name_letters(x, stroke_l) as nullif(undoubled(letters(x, stroke_l)), '');

-- The postcode sector, "ST6 5": outward code and first inward character, spaces and case ignored. What is no postcode stays as it is.
create macro postcode_sector(x) as regexp_replace(upper(replace(x, ' ', '')), '^(.{2,4})(.)..$', '\1 \2');

-- A keyed reference of 128 bits, 32 hexadecimal digits: SHA-256 over a counter, a secret key of 32 bytes and the value, cut in half
-- (the one-step key derivation of NIST SP 800-56C Rev. 2, section 4.1, option 1).
create macro keyed(value, key_hex) as left(sha256(unhex('00000001' || key_hex) || encode(value)), 32);

-- Completed years on a day. Somebody born on 29 February is a year older on 1 March of a common year.
create macro age_on(birth, day) as date_diff('year', birth, day)
    - case when month(day) * 100 + day(day) < month(birth) * 100 + day(birth) then 1 else 0 end;

-- A wall-clock time in England as an instant in UTC. Since 1972 the clocks change in March and in October and in no other month
-- (Summer Time Act 1972 and the orders under it), so only these and earlier years are looked up, which costs.
create macro utc(wall) as case
    when wall < timestamp '1972-01-01' or month(wall) in (3, 10) then timezone('UTC', timezone('Europe/London', wall))
    when month(wall) between 4 and 9 then make_timestamp(epoch_us(wall) - 3600000000)
    else wall end;
-- True for a wall-clock time that the spring clock change skips. That is in the small hours, and in March as said above; asking costs.
create macro skipped_time(wall) as case when (month(wall) = 3 or wall < timestamp '1972-01-01') and hour(wall) < 4
    then timezone('Europe/London', timezone('Europe/London', wall)) <> wall else false end;

-- A cell's text without the spaces around it; null when nothing is left. An empty cell is null as it is read.
-- Only what begins with a space or a control character is less than '!', which is the quickest question of all.
create macro cell(x) as case when x < '!' or suffix(x, ' ') then nullif(trim(x), '') else x end;
-- A cell for comparing with a code list: case and repeated spaces ignored.
create macro spelling(x) as lower(replace(replace(x, '  ', ' '), '  ', ' '));

-- True for a cell that begins a line of totals. The first letter is asked first, since most cells have another.
create macro total_line(x) as case when ascii(x) in (ascii('T'), ascii('t'), ascii('G'), ascii('g'), ascii('S'), ascii('s'))
    then regexp_matches(lower(x), '^(grand |sub)?total') else false end;

-- Trino's functions that DuckDB has under other names.
create macro array_join(list, separator) as array_to_string(list, separator);
create macro regexp_like(x, pattern) as regexp_matches(x, pattern);
