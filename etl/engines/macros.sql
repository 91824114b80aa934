-- Checks and shapes that landing and linking share, as macros so that they stand in SQL once.

-- NHS number: weights 10 to 2, sum modulo 11; a check digit of 10 is never issued (NHS Data Model and Dictionary, NHS NUMBER).
-- Ten equal digits are placeholders.
create macro digits_of(x) as nullif(regexp_replace(x, '[^0-9]', '', 'g'), '');
create macro digit(x, i) as cast(substr(x, i, 1) as integer);
create macro nhs_sum(x) as
    10 * digit(x, 1) + 9 * digit(x, 2) + 8 * digit(x, 3) + 7 * digit(x, 4) + 6 * digit(x, 5)
    + 5 * digit(x, 6) + 4 * digit(x, 7) + 3 * digit(x, 8) + 2 * digit(x, 9);
create macro nhs_number(x) as case
    when regexp_full_match(trim(x), '[0-9][0-9 -]*') and length(digits_of(x)) = 10
        and digits_of(x) <> repeat(left(digits_of(x), 1), 10)
        and (11 - nhs_sum(digits_of(x)) % 11) % 11 = digit(digits_of(x), 10)
    then digits_of(x) end;

-- Unique Pupil Number: sum of digit times position (2 to 13) modulo 23 picks the first letter
-- (Department for Education, Unique pupil numbers guidance). Temporary numbers end in a letter and are not used.
create macro upn_sum(x) as list_sum(list_transform(range(2, 14), lambda i : i * digit(x, i)));
create macro upn(x) as case
    when regexp_full_match(upper(trim(x)), '[A-HJ-NP-RT-Z][0-9]{12}')
        and substr('ABCDEFGHJKLMNPQRTUVWXYZ', cast(upn_sum(upper(trim(x))) % 23 as integer) + 1, 1) = left(upper(trim(x)), 1)
    then upper(trim(x)) end;

-- A name for comparing: capital letters alone. Letters that have no accent to take off are folded as given.
create macro name_letters(x, stroke_l) as nullif(regexp_replace(
    strip_accents(upper(replace(replace(x, 'ł', stroke_l), 'Ł', stroke_l))), '[^A-Z]', '', 'g'), '');

-- The postcode sector, "ST6 5": outward code and first inward character, spaces and case ignored.
create macro postcode_letters(x) as upper(regexp_replace(x, '[^0-9A-Za-z]', '', 'g'));
create macro postcode_sector(x) as case when length(postcode_letters(x)) between 5 and 7
    then left(postcode_letters(x), length(postcode_letters(x)) - 3) || ' ' || substr(postcode_letters(x), length(postcode_letters(x)) - 2, 1) end;

-- Completed years on a day. Somebody born on 29 February is a year older on 1 March of a common year.
create macro age_on(birth, day) as date_diff('year', birth, day)
    - case when month(day) * 100 + day(day) < month(birth) * 100 + day(birth) then 1 else 0 end;

-- A wall-clock time in England as an instant in UTC.
create macro utc(wall) as timezone('UTC', timezone('Europe/London', wall));
-- True for a wall-clock time that the spring clock change skips.
create macro skipped_time(wall) as timezone('Europe/London', timezone('Europe/London', wall)) <> wall;

-- A cell's text without the white space around it; null when nothing is left.
create macro cell(x) as nullif(trim(x, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '');
-- A cell for comparing with a code list: case and repeated spaces ignored.
create macro spelling(x) as lower(regexp_replace(x, '\s+', ' ', 'g'));
