import { weighted } from './random.ts';

/** Families of one background: how the Department for Education and the police code it, and the names given in it. */
export interface Background {
  council: string;
  police: string;
  girls: readonly string[];
  boys: readonly string[];
  /** "Nowicki/Nowicka" where sons and daughters bear different forms. */
  surnames: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

const GIRLS =
  words(`Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily
  Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maisie Sofia Emilia Ruby Aria Layla Alice Luna Thea Scarlett Erin Chloe Lola
  Jessica Lottie Bonnie Eliza Molly Imogen Zoë Chloë Renée Paige Megan Lacey Summer Amber Holly Skye Courtney Jasmine Gracie-Mae Lexi-Leigh`);
const BOYS =
  words(`Noah Oliver George Arthur Leo Muhammad Harry Theo Jack Charlie Henry Alfie Freddie Oscar Archie Theodore Finley Luca
  Tommy Roman Albie Jude Reuben Jaxon Mason Elijah Rory Sonny Max Lewis Joshua Logan Jacob Thomas Ethan Riley Bobby Louie Ronnie Toby
  Harrison Ellis Kai Dylan Callum Connor Kian Tyler Brandon Jayden Corey Bradley Zachary Joel Zak Ollie Alfie-Jay André Tyler-James Jenson`);
const SURNAMES =
  words(`Smith Jones Taylor Brown Wilson Johnson Davies Wright Walker Wood Hall Turner Green Cooper Ward Harrison Shaw Bailey
  Bennett Clarke Hill Moore Baker Adams Mitchell Barker Marshall Fletcher Bradbury Brough Sherratt Bagnall Critchlow Durber Machin Hulme
  Cartwright Colclough Baddeley Brassington Plant Leese Lovatt Mayer Meakin Mountford Ratcliffe Rowley Sargeant Scragg Simcock Steele
  Stanway Tatton Titterton Unwin Washington Weaver Whitehurst Wooliscroft Bloor Boulton Bourne Burgess Chadwick Cope Dawson Degg Eardley
  Finney Goodfellow Grocott Hackney Heath Hodgkinson Jervis Keeling Knight Latham Malkin Nixon Oakes Pointon Proctor Rhead Sillitoe Tams
  Viggars Wain Yates Harvey-Cole Shaw-Bailey Tams-Heath Wood-Keeling Brookes-Lane Hall-Rhead O'Hara`);

const PAKISTANI = {
  girls: words(
    'Aisha Fatima Maryam Zainab Hafsa Amina Zara Iqra Noor Safa Sumayyah Aleena Hania Inaya Mahnoor Anaya Khadija Ayesha Sana Zoya',
  ),
  boys: words(
    'Muhammad Mohammed Mohammad Ibrahim Yusuf Ali Hamza Zayn Haris Bilal Umar Ayaan Rayyan Adam Musa Zakariya Hassan Ahmed Eesa Daud',
  ),
  surnames: words(
    'Khan Hussain Ahmed Ali Malik Akhtar Mahmood Shah Iqbal Mirza Bibi Butt Chaudhry Rehman Aslam Raza Javed Qureshi Mehmood Bashir',
  ),
};
const POLISH = {
  girls: words('Zuzanna Julia Maja Hanna Lena Alicja Oliwia Zofia Maria Nadia Wiktoria Małgorzata Łucja Róża'),
  boys: words('Jakub Kacper Szymon Filip Antoni Aleksander Łukasz Mikołaj Wojciech Paweł Oskar Dawid Stanisław Michał'),
  surnames:
    words(`Nowak Wójcik Kowalczyk Woźniak Mazur Krawczyk Król Wróbel Dąbrowski/Dąbrowska Kowalski/Kowalska Nowicki/Nowicka Zieliński/Zielińska
    Szymański/Szymańska Wiśniewski/Wiśniewska Kamiński/Kamińska Jankowski/Jankowska`),
};
const WELSH = {
  girls: words('Siân Cerys Ffion Seren Carys Efa Mali Lowri Nia Bethan'),
  boys: words('Rhys Dylan Gethin Osian Macsen Iestyn Tomos Siôn Gruffydd Evan'),
  surnames: words('Evans Williams Hughes Morgan Griffiths Lloyd Pritchard Llewellyn Bevan Gwynn Parry Vaughan'),
};
const IRISH = {
  girls: words('Niamh Aoife Saoirse Róisín Caoimhe Ciara Éabha Orla Sinéad Bríd'),
  boys: words('Seán Cillian Oisín Tadhg Fionn Darragh Ciarán Séamus Conor Pádraig'),
  surnames: words(
    "O'Connor O'Neill O'Brien O'Sullivan Murphy Doherty Gallagher Brennan McDonagh Ward Maughan Quinlan Doran Byrne",
  ),
};
const BANGLADESHI = {
  ...PAKISTANI,
  surnames: words('Begum Miah Uddin Islam Rahman Chowdhury Hoque Choudhury Alam Ullah Khatun Sarkar'),
};
const INDIAN = {
  girls: words('Anika Diya Priya Ananya Simran Riya Jasleen Meera Kavya Isha'),
  boys: words('Arjun Rohan Aarav Gurpreet Dev Jai Harjot Kiran Veer Vihaan'),
  surnames: words('Patel Singh Kaur Sharma Gill Thomas George Mathew Joseph Varghese Nair Reddy'),
};
const AFRICAN = {
  girls: words('Adaeze Blessing Esther Naomi Ruth Makena Thandiwe Nyasha Ngozi Abena Hiwot Favour'),
  boys: words('Emmanuel Daniel David Chidi Kwame Tinashe Tobi Samuel Joshua Kofi Abel Prince'),
  surnames: words('Okafor Adeyemi Mensah Moyo Ncube Osei Eze Balogun Boateng Tesfaye Abdi Dube Nkosi Okonkwo'),
};
const ROMANIAN = {
  girls: words('Maria Ioana Andreea Sofia Elena Daria Teodora Ștefania Bianca Ilinca'),
  boys: words('Andrei Matei Luca David Ștefan Răzvan Ionuț Rareș Darius Vlad'),
  surnames: words('Popescu Ionescu Popa Dumitru Stan Constantin Munteanu Stoica Ciobanu Lăcătuș Marin Rusu'),
};
const KURDISH = {
  girls: words('Lana Shilan Aveen Hana Sara Rojin Dilan Nasrin'),
  boys: words('Aram Diyar Karwan Rebin Zana Hiwa Soran Azad'),
  surnames: words('Hassan Mustafa Rasul Karim Aziz Salih Hamid Omar Qadir Barzani'),
};
const BRITISH = { girls: GIRLS, boys: BOYS, surnames: SURNAMES };

/** A family's background, about as often as in the city. */
export const background = weighted<Background>([
  [{ council: 'WBRI', police: 'W1', ...BRITISH }, 640],
  [{ council: 'WBRI', police: 'W1', ...WELSH }, 22],
  [{ council: 'WIRI', police: 'W2', ...IRISH }, 12],
  [{ council: 'WIRT', police: 'W9', ...IRISH }, 4],
  [{ council: 'WOTH', police: 'W9', ...POLISH }, 42],
  [{ council: 'WOTH', police: 'W9', ...ROMANIAN }, 16],
  [{ council: 'WROM', police: 'W9', ...ROMANIAN }, 10],
  [{ council: 'APKN', police: 'A2', ...PAKISTANI }, 112],
  [{ council: 'ABAN', police: 'A3', ...BANGLADESHI }, 20],
  [{ council: 'AIND', police: 'A1', ...INDIAN }, 20],
  [{ council: 'AOTH', police: 'A9', ...KURDISH }, 19],
  [{ council: 'BAFR', police: 'B2', ...AFRICAN }, 32],
  [{ council: 'BCRB', police: 'B1', ...BRITISH }, 5],
  [{ council: 'MWBC', police: 'M1', ...BRITISH }, 26],
  [
    {
      council: 'MWAS',
      police: 'M3',
      ...BRITISH,
      surnames: [...SURNAMES.slice(0, 30), ...PAKISTANI.surnames],
    },
    20,
  ],
]);
