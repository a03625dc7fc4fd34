import { words } from './word-lists.ts';

/**
 * Nouns that name one of many in every usual sense: in the singular they need a word before them. Nouns that are
 * stuff or an idea as well (glass, chicken, time) are not here: about those a rule would be wrong too often.
 */
export const countableNouns: ReadonlySet<string> = new Set([
  // people
  ...words(
    'accountant actor actress artist baby boss boy brother builder captain chef child classmate cleaner client colleague cook cousin customer dad daughter dentist designer director doctor driver employee employer engineer farmer father firefighter friend girl grandfather grandmother guest hairdresser hero husband journalist lawyer manager man mechanic mother mum musician neighbour nephew niece nurse owner parent partner passenger patient person pilot plumber policeman politician programmer pupil receptionist salesman scientist secretary singer sister soldier son surgeon teenager tourist uncle aunt visitor waiter waitress wife woman worker writer',
  ),
  // animals
  ...words(
    'ant bear bee bird bull butterfly camel cat cow crab crocodile dinosaur dog dolphin donkey eagle elephant fox frog giraffe goat hedgehog horse kangaroo kitten lion lizard monkey mosquito mouse octopus ostrich owl parrot penguin pig pigeon puppy rabbit rat shark snail snake spider squirrel swan tiger turtle whale wolf worm zebra',
  ),
  // things that one can hold, wear or use
  ...words(
    'apartment app backpack bag ball balloon banana bandage basket belt bicycle bike blanket boat book bottle bowl box bracelet bucket button cage calculator camera candle car carrot cast chair charger clock coat computer cucumber cup curtain cushion desk dictionary dishwasher dress drill drum envelope flag flower fork fridge gift guitar hammer hat helmet jacket jar jumper kettle key knife ladder lamp laptop lemon lorry map mask medal microwave mirror motorbike mug mushroom napkin necklace needle newspaper notebook onion orange oven pan passport pear pen pencil phone piano picture pillow plane plate pocket postcard poster potato printer prize pumpkin purse receipt ring robot rug ruler sandwich scarf scooter screen shelf ship shirt sink skateboard skirt smartphone snack sofa souvenir spoon stamp suitcase sweater switch table teapot telescope tent ticket tie tomato tool toothbrush towel toy tractor tram tray tree truck umbrella van vase violin wallet wardrobe watch wheel wheelchair window',
  ),
  // places
  ...words(
    'airport aisle bakery balcony bank basement bathroom beach bedroom bookshop bridge building cafe castle cathedral cellar cinema city clinic club corner cottage country factory farm flat forest garage garden gym harbour hostel hotel house island kitchen lake library lighthouse museum office park pharmacy playground restaurant river roundabout shop stadium station street suburb supermarket tower town village warehouse zoo',
  ),
  // what happens, and what is thought or said once
  ...words(
    'accident advantage agenda answer appointment arrival article barbecue bill birthday chapter chart circle coincidence compliment complaint concert conclusion contract cruise deadline decision detour diagnosis disadvantage discount email essay event exam example exhibition excuse experiment favour festival film flight goal graph habit headache hobby idea injury interview invitation invoice job joke journey kilo lesson letter list lottery match meeting message minute mistake month movie nap opinion option paragraph party penalty photo plan poem presentation problem profession project promise question quiz rash reason recipe reservation result rumour salary schedule secret sentence shortcut situation song speech story strategy suggestion summary survey symptom task team test timetable tip tournament translation trip tutor vacancy vaccine video visa walk week wedding weekend wish year',
  ),
  // parts of a body
  ...words('ankle arm elbow eyebrow finger knee leg muscle nose shoulder thumb toe tooth wrist'),
]);

/** Groups, which British English lets take a plural verb: "The team are playing well." */
export const groups = words(
  'audience band class club committee company council couple crew crowd department family government group majority minority number orchestra pair party police press public staff team union',
);
