-- What a reference is known by: every value that two or more have, under the method that it links by.
-- View `identity` and tables `reference` and `sealed` in, table `known_by` out. Whoever is sealed is known by nothing.
create or replace temp table known_by as
with open_identity as (select * from identity where source_ref not in (select source_ref from sealed)),

names as (
    select surname as name from open_identity
    union
    select forename from open_identity
),

-- Ł has no plain form that all systems agree on: some send L, some leave it out or send a question mark.
folded as (
    select distinct name, name_letters(name, letter) as letters
    from names
    cross join (values ('L'), ('')) as stroke(letter)
),

-- A child's rows spell the name and the birthday differently; any spelling of each that the agency has used counts.
surnames as (
    select distinct i.source_ref, f.letters as surname
    from open_identity as i
    join folded as f on f.name = i.surname
    where f.letters is not null
),
forenames as (
    select distinct i.source_ref, f.letters as forename
    from open_identity as i
    join folded as f on f.name = i.forename
    where f.letters is not null
),
birthdays as (select distinct source_ref, birth_date from open_identity where birth_date is not null),

ways as (
    select distinct source_ref, 'NHS number' as method, nhs_number as value
    from open_identity
    where nhs_number is not null
    union all
    select distinct source_ref, 'UPN', upn
    from open_identity
    where upn is not null
    union all
    select source_ref, 'name and birthday', concat_ws(' ', surname, forename, birth_date)
    from surnames
    join forenames using (source_ref)
    join birthdays using (source_ref)
),

common as (select method, value from ways group by method, value having count(*) > 1)

select w.method, w.value, w.source_ref, r.agency, r.stable
from ways as w
semi join common as c on c.method = w.method and c.value = w.value
join reference as r on r.source_ref = w.source_ref
