import type { ConceptWords } from './concept';

export const EAST_SLAVIC: ConceptWords = {
  machine: 'агент- модел- машин- програм- бот боты ботам робот- ассистент- помощник- помічник- асистент- автомат- алгоритм- ии ші софт систем- краулер- чат- любой кто кожен хто рекрутер- рецензент- оценщик- нейросет- нейромереж-',
  person: 'пользовател- користувач- посетител- відвідувач- читател- читач- клиент- клієнт- гост- человек- людин- людям спрашива- питає запиту- кандидат- соискател- пациент- пацієнт- покупател- покупц- хозяин- хозяев- кого слушател-',
  output: 'резюм- резюмир- ответ- отвеча- відпов- пересказ- переказ- сокращ- скороч- обобщ- узагальн- перевод- перевед- переклад- оцен- оцін- описан- опис- опиш- цитир- цит- вывод- вывед- сводк- отчет- звіт сравн- порівн- ранжир-',
  tells: 'скажи скажите сказать говор- кажи упомян- упомин- згад- утвержд- назов- назыв- назв- объясн- поясн- пиш- напиш- впиш- добав- додай- додат- укаж- вказ- повер- спрос- спрашивай фраз- слов- причин- почему чому законч- закінч- заверш- начн- почн- сообщ- повідом-',
  own: 'инструкц- інструкц- указан- вказів- правил- промпт- памят- запомн- директив- ограничен- обмежен- задач- завдан- рол- роль диалог- діалог- разговор- розмов- сесси- инструмент- контекст- безопасн- фильтр- оператор- разработчик- приказ- наказ- разрешен- дозв- подтвержден- підтвердж- бюджет-',
  change: 'игнорир- забуд- ігноруй- замен- замін- вместо замість нов- отныне відтепер теперь тепер далее изменил- измен- змін- друг- отмен- скасов- снят- приоритет- прежн- предыдущ- попередн- больше перестан- считай- трактуй- рассматр-',
  hush: 'умолч- замолч- опуст- пропуст- скро- скрыт- приховай- утаи- тайн- таємн- незаметн- без молч- мовч- секрет- конфиденциальн-',
  not: 'не нет ни никогда ніколи нічого ничего никому нікому без никак',
  acts: 'купи- куп- закаж- замов- заброни- бронир- корзин- кошик- кошел- оплат- сплат- заплат- перевед- переказ- отправ- надіш- перешл- вышл- отошл- нажм- натисн- откр- відкр- скача- завантаж- установ- встанов- запуст- выполн- посет- войд- войти заполн- заповн- удал- скопир- позвон- подпиш- подтверд- підтверд- полож- поклад- зарегистр- вед-',
  data: 'парол- карт- карточк- счет- счёт- рахун- местополож- местонахожд- розташ- почт- пошт- письм- лист- истори- історі- ключ- учетн- номер- код- адрес- календар- файл- cookie данн- дан- ссылк- посилан- телефон- банк- сообщен- паспорт-',
  favours: 'лучш- найкращ- перв- перш- единствен- єдин- рекоменд- порекоменд- совет- посовет- порад- радь- предпоч- надежн- надійн- хвал- похвал- превосход- отличн- положит- максимал- высш- всех всі остальн- других інш- конкурент- только лише исключит- выше польз- безопас- безпечн-',
  bids: 'должен должна должны обязан- следует нужно надо пожалуйста всегда никогда завжди ніколи повинен повинн- скажи скажите напиши ответь отвечай оцени открой відкрий добавь додай впиши положите покладіть положи оплатите сплатіть отправь отправляй надішли закончи закінчи опусти пропусти поставь рекомендуй порекомендуй посоветуй переведи считай запомни сохрани забудь игнорируй узнай дізнайся купи закажи заплати не говори объясняй зроби сделай',
  you: 'ты тебя тебе твой твоя твои твоих твоим тобой вы вам ваш ваши ваших вас ти тобі твої твій',
};

export const POLISH: ConceptWords = {
  machine: 'agent- model- maszyn- program- bot boty botow robot- asystent- automat- algorytm- ai si oprogramowan- system- chatbot- kazdy ktokolwiek narzedz- recenzent- rekruter-',
  person: 'uzytkowni- odwiedzaj- czytelni- klient- gosc- goscia czlowiek- osob- pytajac- ktos kandydat- pacjent- kupujac- sluchacz- mu jej',
  output: 'streszcz- podsumow- odpowied- odpowiad- skrot- skrac- tlumacz- ocen- opis- cyt- wynik- raport- porown-',
  tells: 'powiedz- mow mowi mowic wspomn- wspomin- twierdz- nazw- wyjasn- napisz- pisz- dodaj- dodac dopisz- przepisz- podaj podawaj wskaz- uwierz- wierzy- zapytaj- pytaj- zdani- slow- powod- zakoncz- zaczn-',
  own: 'instrukcj- polecen- regul- zasad- prompt- pamiec- wytyczn- ogranicz- zadan- rol- rozmow- czat- narzedz- kontekst- bezpieczenst- filtr- operator- zgod- potwierdz- budzet-',
  change: 'zignoruj- ignoruj- zapomn- zastap- zamiast now- odtad teraz zmien- zmian- uniewazn- zawiesz- priorytet- poprzedn- wczesniejsz- przestan- traktuj- uznaj-',
  hush: 'pomin- pomij- przemilcz- ukryj- ukryw- potajemn- tajn- dyskretn- bez milcz- sekret- poufn- zataj-',
  not: 'nie nigdy nic nikomu nikt zaden zadnych bez ani',
  acts: 'kup- zamow- rezerwuj- zarezerwuj- koszyk- zaplac- placi- plac- przelej- przelew- wyslij- wysl- przeslij- kliknij- otworz- otwier- pobierz- zainstaluj- uruchom- wykonaj- odwiedz- zaloguj- wypelnij- usun- skopiuj- zadzwon- zatwierdz- potwierdz- wloz- zapisz- wpisz-',
  data: 'hasl- kart- konto konta polozen- lokalizacj- poczt- mail- histori- faktur- klucz- numer- kod kody adres- kalendarz- plik- cookie- dane danych link- odnosnik- telefon- bank- wiadomos-',
  favours: 'najleps- pierwsz- jedyn- polec- rekomend- prefer- zaufan- wiarygodn- chwal- pochwal- doskonal- pozytywn- maksymaln- najwyz- wszystki- inn- konkuren- wylacznie tylko ponad korzysc- bezpieczn-',
  bids: 'musi musza powinien powinn- nalezy prosze zawsze nigdy ma maja powiedz napisz odpowiedz dodaj dopisz przepisz otworz wloz wlozcie zaplaccie zaplac wyslij zakoncz pomin postaw polec polecaj oceniaj ocen przetlumacz traktuj zapamietaj zapisz zapomnij zignoruj ustal kup zamow zarezerwuj nie podawaj mow',
  you: 'ty ciebie tobie twoj twoja twoje twoich twoim cie ci wy wam was wasz',
};

export const CZECH: ConceptWords = {
  machine: 'agent- model- stroj- program- bot boti robot- asistent- automat- algoritm- ai umel- software system- chatbot- kazdy kdokoli nastroj- recenzent-',
  person: 'uzivatel- navstevnik- ctenar- zakaznik- host- clovek- osob- kdo tazatel- uchazec- kandidat- pacient- kupujic-',
  output: 'shrn- souhrn- odpoved- odpovid- zkrac- zkrat- preklad- preloz- hodnot- popis- cit- vystup- zprav- porovn-',
  tells: 'rekni rekn- rika- zmin- zminuj- tvrd- jmenuj- uved- vysvetl- napis- pis- pridej- pridat dopln- ver- zept- vet- slov- duvod- zakonc- skonc- zacn-',
  own: 'pokyn- instrukc- pravid- prompt- pamet- smernic- omezen- ukol- rol- konverzac- chat- nastroj- kontext- bezpecnost- filtr- souhlas- potvrz- rozpoc-',
  change: 'ignoruj- zapomen- nahrad- misto nov- odted nyni zmen- zrus- prednost- predchoz- prestan- povazuj-',
  hush: 'vynech- zamlc- skryj- tajn- potaj- bez mlc- preskoc-',
  not: 'ne neni nikdy nic nikomu nikdo zadn- bez nerikej nezminuj',
  acts: 'kup- objednej- rezervuj- kosik- zaplat- preved- posli- poslat odesl- klikn- otevri- stahn- nainstaluj- spust- navstiv- prihlas- vypln- smaz- zkopiruj- zavol- potvrd- vloz-',
  data: 'hesl- kart- ucet uctu poloh- schrank- mail- histor- faktur- klic- cisl- kod- adres- kalendar- soubor- cookie- udaj- odkaz- telefon- bank- zprav-',
  favours: 'nejleps- prvni jedin- doporuc- uprednost- duveryhodn- chval- vynikaj- pozitiv- nejvyss- vsech- ostatn- jin- konkuren- pouze jen bezpecn-',
  bids: 'musi musite ma maji prosim vzdy nikdy rekni napis odpovez pridej otevri vlozte zaplatte zaplat posli zakonci zakonc vynech zjisti doporuc uved ohodnot preloz zapamatuj uloz zapomen ignoruj kup objednej',
  you: 'ty te tobe tvuj tva tve tvoje tvych vy vam vas vas',
};
