-- Invented Police Protection Notices, as many as wanted and always the same ones. Variables: first_row, rows, first_day, days.
-- One child stands on about three notices. Of a thousand rows two are an earlier row again, five have a code that is none and five a date that is none.
with numbered as (
    select i, case when i % 500 = 1 then i - 1 else i end as n
    from range(getvariable('first_row'), getvariable('first_row') + getvariable('rows')) as r(i)
),

drawn as (
    select
        i,
        n,
        n // 3000 * 1000 + draw(n, 0, 1000) as child,
        getvariable('first_day') + draw(n, 1, getvariable('days')) as created_on
    from numbered
),

worded as (
    select
        *,
        ['AHMED', 'BIRKS', 'COOKE', 'DÍAZ', 'EVANS', 'FOSTER', 'GÖKÇE', 'HUSSAIN', 'IQBAL', 'JONES', 'KELLY', 'LEIGH'] as surnames,
        ['Ann', 'Ben', 'Chloë', 'Dan', 'Zoé', 'Finn', 'Gráinne', 'Hal', 'Iris', 'Jakub', 'Kim', 'Libby'] as forenames,
        ['ST1 1', 'ST1 4', 'ST3 1', 'ST3 5', 'ST4 1', 'ST4 3', 'ST6 2', 'ST6 5', 'ST5 9'] as sectors
    from drawn
)

select
    'PPN/' || lpad(cast(n as varchar), 9, '0') as "PPN Ref",
    'U' || lpad(cast(child as varchar), 9, '0') as "Person URN",
    surnames[1 + draw(child, 2, 12)] || '-' || surnames[1 + draw(child, 3, 12)] as "Surname",
    forenames[1 + draw(child, 4, 12)] as "Forename(s)",
    strftime(getvariable('first_day') - (400 + draw(child, 5, 5600)), '%d/%m/%Y') as "DOB",
    case when i % 200 = 7 then 'Q' else ['M', 'F', 'Male', 'female', 'U'][1 + draw(child, 6, 5)] end as "Sex",
    ['W1', 'W9', 'W1', 'M1', 'A2', 'B1', 'O9', 'NS', null][1 + draw(child, 7, 9)] as "Self-defined ethnicity",
    sectors[1 + draw(child, 8, 9)] || chr(65 + draw(child, 9, 8)) || 'A' as "Home postcode",
    case when i % 200 = 107 then '31/02/' || year(created_on) else strftime(created_on - draw(n, 10, 3), '%d/%m/%Y') end as "Incident date",
    strftime(created_on, '%d/%m/%Y') || ' ' || lpad(cast(draw(n, 11, 24) as varchar), 2, '0') || ':' || lpad(cast(draw(n, 12, 60) as varchar), 2, '0') as "Created",
    ['Domestic abuse', 'DOMESTIC ABUSE', 'DA', 'Child at risk', 'Neglect', 'Mental health', 'Missing', 'CSE', 'Other'][1 + draw(n, 13, 9)] as "Notice type",
    ['Standard', 'Std', 'Medium', 'Med', 'High'][1 + draw(n, 14, 5)] as "Risk",
    case when draw(n, 15, 10) > 0 then strftime(created_on + draw(n, 16, 3), '%d/%m/%Y') end as "Triage date",
    case when draw(n, 15, 10) > 0 then ['NFA', 'No further action', 'Open Case', 'Direct referral', 'Family Forum', 'Other'][1 + draw(n, 17, 6)] end as "Triage outcome"
from worded
