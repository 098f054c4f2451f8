import type { Concept, ConceptWords } from './concept';

export const TURKISH: ConceptWords = {
  machine: 'ajan- model- makine- program- bot botlar botu robot- asistan- otomat- algoritma- yapay yazilim- sistem- sohbet tarayici- her okuyan degerlendiric- ozetleyen',
  person: 'kullanici- ziyaretci- okur okura okuru musteri- misafir- insan- kisi- soran- aday- basvuran- hasta- alici- dinleyici-',
  output: 'ozet- yanit- cevap- cevir- degerlendir- tanimla- betimle- alinti- cikti- puan- not rapor- karsilastir- sirala- kisalt-',
  tells: 'soyle- de deme bahset- soz an anma belirt- yaz- ekle- acikla- iddia- inan- sor sorma cumle- kelime- neden- bitir- basla- bildir-',
  own: 'talimat- yonerge- kural- komut- istem- bellek- hafiza- kisitla- gorev- rol konusma- oturum- arac- baglam- guvenlik- filtre- gelistirici- izin- onay- butce-',
  change: 'yoksay yok unut- degisti- degistir- yerine yeni bundan artik simdi iptal- gecersiz- oncelik- onceki birak- say kabul',
  hush: 'atla- gizle- gizli- sessiz- sormadan soylemeden belirtmeden etme cikar- sakla- haber',
  not: 'degil asla hicbir hic yok sormadan soylemeden vermeden etmeden olmadan etme verme',
  acts: 'satin al- siparis- rezerv- ayirt- sepet- ode- odeme- havale- gonder- ilet- tikla- ac acin acip indir- yukle- calistir- ziyaret giris doldur- sil kopyala- ara arayin onayla- kaydol- at koy tamamla- bul',
  data: 'sifre- parola- kart- hesap- konum- posta- mail- gecmis- fatura- anahtar- numara- kod- adres- takvim- dosya- cerez- veri- bilgi- baglanti- telefon- banka- mesaj-',
  favours: 'en iyi ilk tek birinci- oner- tavsiye- tercih- guvenilir- ov- ustun- mukemmel- olumlu tam yuksek diger- tum rakip- yalnizca sadece lehine guvenli-',
  bids: 'gerek- zorunda lutfen her zaman asla malidir melidir soyle soyleyin yaz yazin yanitla cevapla ekle ekleyin ode odeyin gonder bitir atla oner ver verin bul at koy tamamla say kabul hatirla unut tut kaydet- etmeli eklemeli etmemelidir etmelidir ac acin cevir',
  you: 'sen sana senin siz size sizin kurallarin gorevin yanitin cevabin',
};

export const INDONESIAN: ConceptWords = {
  machine: 'agen model mesin program bot robot asisten otomatis algoritma ai perangkat sistem perayap chatbot setiap siapa alat penilai peninjau perekrut',
  person: 'pengguna pengunjung pembaca pelanggan tamu manusia orang penanya kandidat pelamar pasien pembeli seseorang mahasiswa pemilik',
  output: 'ringkas- meringkas rangkum- merangkum jawab- menjawab terjemah- menerjemahkan nilai menilai beri penilaian deskripsi- menggambarkan kutip- mengutip keluaran laporan bandingkan membandingkan urutkan',
  tells: 'katakan mengatakan bilang sebut- menyebut- klaim tulis- tambah- menambah- jelaskan percaya tanya- kalimat kata alasan akhiri mulai beritahu beri tahu sampaikan',
  own: 'instruksi- perintah petunjuk aturan- prompt memori ingatan pedoman batasan tugas- peran percakapan sesi alat konteks keamanan filter operator pengembang izin konfirmasi anggaran',
  change: 'abaikan lupakan ganti- baru sekarang mulai berubah ubah- dicabut batal- prioritas sebelumnya berhenti anggap perlakukan alih-alih',
  hush: 'lewati lewatkan hilangkan sembunyikan rahasia- diam- tanpa jangan merahasiakan',
  not: 'tidak jangan tanpa bukan tak',
  acts: 'beli membeli pesan memesan keranjang bayar membayar transfer kirim- mengirim- teruskan klik buka unduh pasang instal jalankan kunjungi masuk masukkan isi hapus salin hubungi telepon setujui konfirmasi daftar tempatkan cari',
  data: 'sandi kartu rekening akun lokasi email surel riwayat faktur kunci nomor kode alamat kalender berkas file kuki data tautan telepon bank pesan ktp',
  favours: 'terbaik pertama satu-satunya rekomendasi- merekomendasi- sarankan utamakan tepercaya terpercaya puji unggul sempurna positif tertinggi lain lainnya semua pesaing hanya aman kepentingan-',
  bids: 'harus wajib mohon tolong selalu jangan katakan tulis jawab tambahkan masukkan bayar kirim kirimkan lewati akhiri nilai beri rekomendasikan sarankan terjemahkan anggap ingat simpan lupakan abaikan cari beli pesan buka isi sebut sebutkan arahkan bilang minta',
  you: 'kamu anda engkau mu aturanmu tugasmu jawabanmu instruksimu',
};

/** Phrases: a syllable by itself may be part of any word. */
export const VIETNAMESE: Record<Concept, RegExp> = {
  machine: /\b(?:tac nhan|mo hinh|chatbot|robot|tro ly|tu dong|thuat toan|phan mem|cong cu|trinh duyet|moi ai|he thong)\b/,
  person: /\b(?:nguoi (?:dung|doc|hoi|xem|mua|nghe)|khach (?:truy cap|hang)|doc gia|ung vien|benh nhan|thay cho ai)\b/,
  output: /\b(?:tom tat|tra loi|loi dap|ban dich|danh gia|mo ta|trich dan|cham diem|so sanh|xep hang|rut gon)\b/,
  tells: /\b(?:noi rang|noi voi|noi them|hay noi|nhac (?:den|toi)|de cap|ghi|viet|giai thich|ket thuc bang|bat dau bang|cho biet|khuyen ho|neu ten)\b/,
  own: /\b(?:chi dan|menh lenh|quy tac|prompt|bo nho|ghi nho|nguyen tac|gioi han|nhiem vu|vai tro|hoi thoai|ngu canh|bo loc|loi nhac|ngan sach)\b/,
  change: /\b(?:quen|thay vi|tu (?:gio|nay|bay gio)|da thay doi|huy bo|uu tien|truoc do|ngung|coi nhu)\b/,
  hush: /\b(?:bo qua|giau|bi mat|im lang|dung nhac|khong nhac|am tham|dung noi|khong can hoi|khong hoi)\b/,
  not: /\b(?:khong|dung|chua|chang)\b/,
  acts: /\b(?:mua|dat hang|dat phong|gio hang|vao gio|thanh toan|chuyen (?:khoan|tien|tiep)|gui|bam vao|nhap vao|mo (?:hop|trang|lien)|tai ve|cai dat|chay lenh|dien vao|xoa|sao chep|goi (?:cho|so)|dang ky)\b/,
  data: /\b(?:mat khau|the (?:da luu|tin dung|ngan hang)|tai khoan|vi tri|hop thu|lich su|hoa don|ma (?:xac nhan|otp|the)|dia chi|cookie|du lieu|lien ket|dien thoai|ngan hang|tin nhan)\b/,
  favours: /\b(?:tot nhat|dau tien|duy nhat|gioi thieu|khuyen|tin cay|khen|hoan hao|tich cuc|cao nhat|tat ca|doi thu|an toan|co loi)\b/,
  bids: /\b(?:phai|hay|vui long|luon|khong duoc)\b/,
  you: /\b(?:ban|cua ban)\b/,
};

/** Parts of words, which take on letters at both ends. */
export const ARABIC: ConceptWords = {
  machine: 'وكيل وكلاء نموذج نماذج الة برنامج برامج بوت روبوت مساعد الي خوارزم ذكاء نظام زاحف دردشة',
  person: 'مستخدم زائر قارئ عميل زبون ضيف انسان شخص سائل يسال مرشح مريض مشتر مستمع طالب',
  output: 'لخص تلخيص ملخص اجاب تجيب اجب جواب رد اختصار ترجم قيم تقييم وصف اقتبس يقتبس مخرج درجة تقرير قارن يقارن رتب',
  tells: 'قل تقل قول يقول اذكر يذكر تذكر زعم سم اكتب اضف يضيف اضاف وضح اشرح صدق اسال جملة جمله كلمة سبب اختم ابدا اخبر تخبر يخبر',
  own: 'تعليم قاعدة قواعد اوامر امر موجه ذاكرة توجيه قيود قيد مهم دور محادثة جلسة ادوات سياق امان مرشح مشغل مطور اذن تاكيد ميزانية',
  change: 'تجاهل انس تجاهلوا بدل جديد من الان تغير غير الغ بعد الان اولوية سابق توقف اعتبر عامل',
  hush: 'احذف حذف اخف اخفاء سر سرا يسكت اسكت دون بدون تكتم اغفل تخط',
  not: 'لا لم لن دون بدون ليس عدم',
  acts: 'اشتر شراء اطلب احجز حجز سلة ادفع ادفعوا دفع حول ارسل يرسل انقر افتح حمل ثبت نفذ زر سجل ادخل املا احذف انسخ اتصل وافق ضع ضعوا اكمل',
  data: 'كلمة مرور بطاقة حساب موقع بريد سجل فاتورة مفتاح رقم رمز عنوان تقويم ملف بيانات رابط هاتف بنك رسال هوية',
  favours: 'افضل اول وحيد توص اوص يوص انصح فضل موثوق امدح تفوق ممتاز ايجاب كامل اعل اخر جميع منافس فقط صالح امن',
  bids: 'يجب عليك علي رجاء دائما ابدا قل اكتب اجب اضف احذف اختم اعرف ضعوا ادفعوا ارسل افتح رتب قيم اوص ترجم اعتبر تذكر احفظ انس تجاهل',
  you: 'انت لك قواعدك تعليماتك مهمتك جوابك ردك تعمل تجيب',
};

export const PERSIAN: ConceptWords = {
  machine: 'عامل مدل ماشين برنامه بات ربات دستيار خودكار الگوريتم هوش سامانه نرم افزار هر',
  person: 'كاربر بازديد خواننده مشتري مهمان انسان شخص پرسنده كسي نامزد داوطلب بيمار خريدار شنونده',
  output: 'خلاصه پاسخ جواب كوتاه ترجمه ارزياب توصيف نقل خروجي نمره گزارش مقايسه رتبه',
  tells: 'بگو گفت گويد نگو ذكر نام ادعا بنويس اضافه افزود توضيح باور بپرس جمله كلمه دليل پايان شروع اطلاع',
  own: 'دستور قاعده قواعد فرمان پرامپت حافظه رهنمود محدود وظيفه نقش گفتگو نشست ابزار زمينه ايمني فيلتر سازنده اجازه تاييد بودجه',
  change: 'ناديده فراموش جايگزين جديد از اين پس اكنون عوض تغيير لغو اولويت قبلي پيشين توقف بدان',
  hush: 'حذف پنهان مخفي راز سكوت بدون چيزي نگو صرف',
  not: 'نه نيست نكن نكنيد هرگز بدون هيچ نگو نبايد',
  acts: 'بخر خريد سفارش رزرو سبد پرداخت انتقال بفرست ارسال كليك باز كن دانلود نصب اجرا برو وارد پر كن كپي زنگ تماس ثبت بگذار',
  data: 'رمز كارت حساب موقعيت مكان صندوق ايميل تاريخچه فاكتور كليد شماره كد نشاني تقويم فايل داده پيوند لينك تلفن بانك پيام',
  favours: 'بهترين نخست اول تنها پيشنهاد توصيه ترجيح معتبر ستايش برتر عالي مثبت كامل ديگر همه رقيب فقط سود ايمن',
  bids: 'بايد لطفا هميشه هرگز موظف بگو بگويد بنويس پاسخ ده اضافه كن حذف كن بگذار پرداخت كن پيدا كن بفرست باز كن',
  you: 'تو شما قواعد تو ات',
};

export const HINDI: ConceptWords = {
  machine: 'एजेंट मॉडल मशीन प्रोग्राम बॉट रोबोट सहायक स्वचालित एआई सॉफ़्टवेयर सॉफ्टवेयर सिस्टम चैटबॉट हर',
  person: 'उपयोगकर्ता आगंतुक पाठक ग्राहक मेहमान इंसान व्यक्ति पूछने उम्मीदवार मरीज़ मरीज खरीदार किसान श्रोता',
  output: 'सारांश उत्तर जवाब संक्षेप अनुवाद मूल्यांकन वर्णन हवाला उद्धृत अंक रिपोर्ट तुलना रैंक',
  tells: 'कहो कहें कहना बताओ बताएँ बताना उल्लेख दावा लिखो लिखें जोड़ समझाओ मान पूछो वाक्य शब्द कारण अंत शुरू',
  own: 'निर्देश आदेश नियम प्रॉम्प्ट याद स्मृति दिशा पाबंदी कार्य भूमिका बातचीत सत्र उपकरण संदर्भ सुरक्षा फ़िल्टर अनुमति पुष्टि बजट',
  change: 'अनदेखा भूल जगह नया नए नई अब से बदल रद्द प्राथमिकता पिछले पहले बंद मानो समझो',
  hush: 'छोड़ छिपा छुपा गुप्त चुप बिना मत',
  not: 'मत नहीं न बिना कभी',
  acts: 'खरीद ऑर्डर बुक टोकरी कार्ट भुगतान ट्रांसफर भेजो भेजें क्लिक खोलो डाउनलोड इंस्टॉल चलाओ जाओ लॉग भरो मिटा कॉपी फोन पुष्टि डालें डालो',
  data: 'पासवर्ड कार्ड खाता खाते स्थान मेल इतिहास बिल कुंजी नंबर कोड पता कैलेंडर फ़ाइल कुकी डेटा लिंक बैंक संदेश',
  favours: 'सर्वश्रेष्ठ सबसे पहले एकमात्र सिफारिश सुझाव पसंद भरोसेमंद तारीफ बेहतर उत्तम सकारात्मक पूरे बाकी दूसरे प्रतियोगी केवल पक्ष सुरक्षित',
  bids: 'चाहिए कृपया हमेशा कभी करो करें कहो कहें बताओ लिखो जोड़ो जोड़े दो भेजो डालें छोड़ रहे पूछो',
  you: 'तुम तुम्हारे तुम्हारा आप आपके आपका आपकी तू तेरे',
};
