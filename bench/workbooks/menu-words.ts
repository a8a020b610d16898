/** What the titles and descriptions of the made menus are put together from. */
export const dishes = [
  'Nasi goreng',
  'Mie ayam',
  'Sate kambing',
  'Gado-gado',
  'Rendang',
  'Pad Thai',
  'Phở bò',
  'Crème brûlée',
  'Jalapeño poppers',
  'Fish & chips',
  'Kopi susu',
  'Mango lassi',
];

export const manners = ['spesial', 'pedas', 'extra large', 'for two', '½ portion', 'set "A"', '< 500 kcal', "chef's own"];

/** Titles in the letters of the guests; some dishes have none. */
export const localTitles = ['醤油ラーメン', '唐揚げ定食', 'ผัดไทยกุ้งสด', 'ข้าวมันไก่', 'бефстроганов', '🍜 辛い', undefined, undefined];

export const descriptionWords = [
  'served',
  'with',
  'jasmine rice',
  'and',
  'a fried egg',
  'prawn crackers',
  'sambal & lime',
  'slow-cooked',
  'grilled over charcoal',
  'coconut milk',
  'fresh herbs',
  'pickled vegetables',
  'our own peanut sauce',
  'crisp shallots',
  'naïve greens',
  'sea salt',
];

/** Some authors type blanks and line breaks, and they count. */
export const endings = ['.', '.', '.', '!', ' 🌶️', '\nContains nuts & soy.', ' '];

export const indonesianDescriptions = ['Disajikan dengan nasi hangat.', 'Favorit pelanggan kami.', 'Pedas, harap berhati-hati.', undefined];
export const categories = ['Makanan utama', 'Minuman', 'Desserts', 'Sides', 'เครื่องดื่ม', 'Promo <-20%>'];
export const providers = ['klikit', 'klikit, GrabFood', 'klikit, GrabFood, Foodpanda', 'klikit, Deliveroo'];
export const modifierGroups = ['Spice level', 'Size', 'Add-ons', 'Sauce', undefined, undefined];
export const notes = ['new 🎉', 'check price', 'seasonal – see é-mail', undefined, undefined, undefined, undefined, undefined];
