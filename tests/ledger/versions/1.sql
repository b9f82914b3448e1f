-- SPDX-License-Identifier: GPL-3.0-or-later
-- A ledger of the first version, of four of the samples.
PRAGMA application_id = 0x4f55544c;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest TEXT NOT NULL UNIQUE,
  imported INTEGER NOT NULL,
  name TEXT,
  file BLOB,
  lang TEXT NOT NULL,
  source TEXT,
  author TEXT,
  url TEXT,
  published TEXT,
  note TEXT,
  title TEXT,
  -- Last, so that reading the columns before it doesn't read the text's pages.
  text TEXT NOT NULL
) STRICT;
INSERT INTO article VALUES(1,'8856040558321c93647d94d359067cbeb382e310e6486e79266ffcba984679d3',1795320227,NULL,X'73616d706c65732f312e747874','de','Hafenkurier','Jule Petersen','https://www.hafenkurier.example/wirtschaft/openai-mietet-rechenleistung-bei-amazon','2025-11-03',NULL,'OpenAI mietet für 38 Milliarden Dollar Rechenleistung bei Amazon',replace('Künstliche Intelligenz\n\nDer ChatGPT-Entwickler löst sich weiter von Microsoft. Für die Cloudsparte des Onlinehändlers ist es einer der größten Aufträge ihrer Geschichte.\n\nVon Jule Petersen · 3. November 2025, 17:42 Uhr · Lesezeit: 2 Min.\n\nOpenAI und Amazon Web Services (AWS) haben am Montag einen Vertrag über 38 Milliarden Dollar geschlossen. Sieben Jahre lang bezieht der Entwickler von ChatGPT dafür Rechenleistung aus den Rechenzentren der Amazon-Tochter. Er bekommt Zugriff auf Hunderttausende Grafikprozessoren von Nvidia, mit denen er seine Sprachmodelle trainieren und betreiben will.\n\nDie ersten Server nutzt OpenAI nach Angaben beider Unternehmen ab sofort. Bis Ende 2026 soll die vereinbarte Kapazität vollständig bereitstehen, eine Erweiterung ist ab 2027 möglich. Wo die Anlagen stehen, teilten die Partner nicht mit.\n\nMicrosoft verliert sein Vorrecht\n\nLange war Microsoft der einzige Cloudanbieter des Unternehmens aus San Francisco. Das Vorrecht, bei neuen Aufträgen als Erster gefragt zu werden, endete erst Ende Oktober mit dem Umbau von OpenAI zu einer gemeinwohlorientierten Aktiengesellschaft. Im Gegenzug hat sich OpenAI verpflichtet, bei Microsoft für 250 Milliarden Dollar weitere Azure-Dienste einzukaufen.\n\nAnleger nahmen die Nachricht erfreut auf: Die Amazon-Aktie stieg in New York zeitweise um mehr als vier Prozent. Skeptiker verweisen darauf, dass die Zusagen von OpenAI dessen Umsatz um ein Vielfaches übersteigen.','\n',char(10)));
INSERT INTO article VALUES(2,'bbf91ccdc7046bf691314e95ce54d01bec669a191fe3e7cf51e4910157ad4f95',1795320227,NULL,X'73616d706c65732f322e747874','en','The Quayside Post','Tom Ashdown',NULL,'2025-11-03',NULL,'OpenAI signs $38 billion cloud contract with Amazon',replace('OpenAI has signed a seven-year contract worth $38 billion to buy computing power from Amazon Web Services, the two companies said on Monday, giving the maker of ChatGPT a second home beside Microsoft''s cloud.\n\nUnder the agreement OpenAI will run its software on hundreds of thousands of Nvidia graphics processors in Amazon''s data centers in the United States. It starts using the machines at once. All of the capacity is meant to be in place before the end of 2026, and the companies left themselves room to add more in 2027 and after.\n\nThe processors, of the GB200 and GB300 generations, will be wired together in clusters that can be put to training new models one week and to answering users'' questions the next.\n\nThe deal comes days after OpenAI finished turning itself into a public benefit corporation. That step ended Microsoft''s right of first refusal over its computing contracts. As part of the same reorganization, OpenAI agreed to buy $250 billion of Azure services from Microsoft.\n\nFor Amazon, the largest seller of cloud services, the contract answers critics who thought that it was losing the race for artificial intelligence customers. It has been a shareholder in Anthropic, a rival of OpenAI, since 2023. Its shares closed 4 percent higher, at a record.\n\nHow OpenAI will pay is a question that investors ask more and more often. Its chief executive, Sam Altman, said in October that revenue was growing steeply and would carry the commitments, which he put at about $1.4 trillion over the coming years. The company is not yet profitable.','\n',char(10)));
INSERT INTO article VALUES(3,'97d36126b0dd8a4e8fe3605b3e0e96f3b2307507e12b250cfe59abf8984f1ddc',1795320227,NULL,X'73616d706c65732f332e747874','vi',NULL,NULL,NULL,'2025-03-20',NULL,'SoftBank mua lại hãng thiết kế chip Ampere với giá 6,5 tỷ USD',replace('Tập đoàn SoftBank của Nhật Bản ngày 19/3 thông báo đạt thỏa thuận mua lại toàn bộ Ampere Computing với giá 6,5 tỷ USD, trả hoàn toàn bằng tiền mặt.\n\nAmpere được thành lập năm 2018, có trụ sở tại bang California và thiết kế bộ xử lý máy chủ dựa trên kiến trúc Arm. Công ty có khoảng 1.000 kỹ sư chuyên về bán dẫn. Hai cổ đông lớn nhất là quỹ Carlyle và Oracle đồng ý bán toàn bộ phần vốn của mình.\n\nThương vụ giúp SoftBank, vốn nắm gần 90% cổ phần của Arm, có thêm đội ngũ để tự làm chip cho các trung tâm dữ liệu. Tập đoàn của tỷ phú Masayoshi Son đã nhiều lần nói rằng trí tuệ nhân tạo sẽ cần lượng tính toán lớn hơn hiện nay rất nhiều, và rằng họ muốn có mặt ở mọi khâu, từ bản vẽ chip đến nhà máy điện.\n\nSau khi sáp nhập, Ampere giữ nguyên tên gọi và hoạt động như một công ty con. Việc chuyển nhượng cần được cơ quan quản lý của Mỹ chấp thuận, trong đó có ủy ban giám sát đầu tư nước ngoài. SoftBank dự kiến hoàn tất giao dịch trong nửa cuối năm 2025.\n\nCổ phiếu SoftBank giảm nhẹ sau thông báo. Một số nhà phân tích cho rằng mức giá khá cao so với kết quả kinh doanh của Ampere, công ty vẫn đang thua lỗ, song ghi nhận rằng nhân lực thiết kế chip máy chủ hiện rất khan hiếm.\n\nTheo Tạp chí Vốn & Máy','\n',char(10)));
INSERT INTO article VALUES(4,'cb8c72bca0012d29796a12821abdcd655e6de32e3cb3d06ff6f7dde743530898',1795320227,NULL,X'73616d706c65732f342e747874','fr','Le Fil des Affaires',NULL,NULL,'2025-09-09',NULL,'Mistral AI lève 1,7 milliard d''euros, ASML devient son premier actionnaire',replace('La jeune pousse parisienne Mistral AI a annoncé mardi une levée de fonds de 1,7 milliard d''euros. Le néerlandais ASML, qui fabrique les machines dont dépendent tous les producteurs de puces avancées, mène le tour de table et y met à lui seul 1,3 milliard d''euros. Il détiendra environ 11 % du capital.\n\nCette opération, la troisième grande levée de l''entreprise, la valorise à 11,7 milliards d''euros. Elle l''était à un peu moins de six milliards un an plus tôt. Les investisseurs déjà présents, parmi lesquels Nvidia, Andreessen Horowitz, DST Global, Index Ventures et Bpifrance, participent aussi.\n\nLe directeur financier d''ASML entre au comité stratégique de Mistral AI. Les deux groupes veulent appliquer les modèles du français à la conception et au réglage des machines de lithographie, qui produisent chaque jour d''énormes quantités de mesures. Il s''agit du premier placement de cette taille d''ASML dans un éditeur de logiciels.\n\nPour les dirigeants européens, l''affaire a aussi valeur de symbole. Mistral AI, fondée en 2023 par trois chercheurs, est l''un des rares concurrents du continent aux laboratoires américains, dont les moyens restent sans commune mesure avec les siens.\n\nL''argent doit servir à la recherche et à la puissance de calcul. L''entreprise n''a pas détaillé la part qui reviendra à ses propres serveurs, qu''elle prépare en Île-de-France.','\n',char(10)));
CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  kind_confidence INTEGER NOT NULL,
  status_confidence INTEGER NOT NULL,
  parties_confidence INTEGER NOT NULL,
  amount_confidence INTEGER NOT NULL,
  amount_alt_confidence INTEGER NOT NULL,
  capacity_confidence INTEGER NOT NULL,
  places_confidence INTEGER NOT NULL,
  announced_confidence INTEGER NOT NULL,
  start_confidence INTEGER NOT NULL,
  end_confidence INTEGER NOT NULL
) STRICT;
INSERT INTO claim VALUES(1,1,1,99,98,89,95,0,0,0,87,69,0);
INSERT INTO claim VALUES(2,1,0,89,98,74,95,0,0,0,50,0,0);
INSERT INTO claim VALUES(3,2,1,99,99,85,95,0,0,55,84,57,0);
INSERT INTO claim VALUES(4,2,0,89,99,89,95,0,0,0,0,0,0);
INSERT INTO claim VALUES(5,3,1,96,96,56,95,0,0,0,98,0,0);
INSERT INTO claim VALUES(6,4,1,99,98,89,95,0,0,0,98,0,0);
CREATE TABLE evidence (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  value_index INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('text', 'title')),
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL CHECK (span_end > span_start),
  rule TEXT,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence VALUES(1,0,'kind',0,'title',7,13,'nearest-cue');
INSERT INTO evidence VALUES(1,1,'status',0,'title',7,13,'nearest-cue');
INSERT INTO evidence VALUES(1,2,'parties',0,'title',0,6,'role-of-verb');
INSERT INTO evidence VALUES(1,3,'parties',1,'title',59,65,'role-of-verb');
INSERT INTO evidence VALUES(1,4,'amount',0,'title',19,39,'repeat');
INSERT INTO evidence VALUES(1,5,'amount',0,'text',321,341,'figure');
INSERT INTO evidence VALUES(1,6,'announced',0,'text',199,215,'date');
INSERT INTO evidence VALUES(1,7,'start',0,'text',199,215,'date');
INSERT INTO evidence VALUES(2,0,'kind',0,'text',987,997,'nearest-cue');
INSERT INTO evidence VALUES(2,1,'status',0,'text',1158,1170,'nearest-cue');
INSERT INTO evidence VALUES(2,2,'parties',0,'text',1151,1157,'weighed');
INSERT INTO evidence VALUES(2,3,'parties',1,'text',1176,1185,'role-without-verb');
INSERT INTO evidence VALUES(2,4,'amount',0,'text',1191,1212,'figure');
INSERT INTO evidence VALUES(2,5,'announced',0,'text',1040,1052,'date');
INSERT INTO evidence VALUES(3,0,'kind',0,'title',25,39,'nearest-cue');
INSERT INTO evidence VALUES(3,1,'status',0,'title',7,12,'nearest-cue');
INSERT INTO evidence VALUES(3,2,'parties',0,'title',0,6,'role-of-noun');
INSERT INTO evidence VALUES(3,3,'parties',1,'title',45,51,'role-of-noun');
INSERT INTO evidence VALUES(3,4,'amount',0,'title',13,24,'repeat');
INSERT INTO evidence VALUES(3,5,'amount',0,'text',46,57,'figure');
INSERT INTO evidence VALUES(3,6,'places',0,'text',346,359,'weighed');
INSERT INTO evidence VALUES(3,7,'announced',0,'text',130,139,'date');
INSERT INTO evidence VALUES(3,8,'start',0,'text',130,139,'date');
INSERT INTO evidence VALUES(4,0,'kind',0,'text',948,960,'weighed');
INSERT INTO evidence VALUES(4,1,'status',0,'text',934,943,'nearest-cue');
INSERT INTO evidence VALUES(4,2,'parties',0,'text',927,933,'role-of-verb');
INSERT INTO evidence VALUES(4,3,'parties',1,'text',964,969,'role-of-verb');
INSERT INTO evidence VALUES(4,4,'amount',0,'text',948,960,'figure');
INSERT INTO evidence VALUES(5,0,'kind',0,'text',86,95,'nearest-cue');
INSERT INTO evidence VALUES(5,1,'status',0,'text',64,85,'nearest-cue');
INSERT INTO evidence VALUES(5,2,'parties',0,'title',0,8,'role-of-verb');
INSERT INTO evidence VALUES(5,3,'parties',1,'title',43,49,'role-of-verb');
INSERT INTO evidence VALUES(5,4,'parties',2,'text',189,195,'weighed');
INSERT INTO evidence VALUES(5,5,'parties',3,'text',439,446,'weighed');
INSERT INTO evidence VALUES(5,6,'parties',4,'text',451,457,'weighed');
INSERT INTO evidence VALUES(5,7,'amount',0,'title',61,73,'repeat');
INSERT INTO evidence VALUES(5,8,'amount',0,'text',135,147,'figure');
INSERT INTO evidence VALUES(5,9,'announced',0,'text',41,51,'date');
INSERT INTO evidence VALUES(6,0,'kind',0,'title',11,16,'nearest-cue');
INSERT INTO evidence VALUES(6,1,'status',0,'title',11,16,'nearest-cue');
INSERT INTO evidence VALUES(6,2,'parties',0,'title',39,43,'role-of-verb');
INSERT INTO evidence VALUES(6,3,'parties',1,'text',528,534,'weighed');
INSERT INTO evidence VALUES(6,4,'parties',2,'text',536,555,'weighed');
INSERT INTO evidence VALUES(6,5,'parties',3,'text',557,567,'weighed');
INSERT INTO evidence VALUES(6,6,'parties',4,'text',569,583,'weighed');
INSERT INTO evidence VALUES(6,7,'parties',5,'text',587,596,'weighed');
INSERT INTO evidence VALUES(6,8,'parties',6,'title',0,10,'role-of-verb');
INSERT INTO evidence VALUES(6,9,'amount',0,'title',17,37,'repeat');
INSERT INTO evidence VALUES(6,10,'amount',0,'text',78,98,'figure');
INSERT INTO evidence VALUES(6,11,'announced',0,'text',49,54,'date');
CREATE TABLE claim_key (
  key TEXT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (key, claim_id)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_key VALUES('amazon|USD|85',1);
INSERT INTO claim_key VALUES('amazon|USD|86',1);
INSERT INTO claim_key VALUES('amazon|openai',1);
INSERT INTO claim_key VALUES('openai|USD|85',1);
INSERT INTO claim_key VALUES('openai|USD|86',1);
INSERT INTO claim_key VALUES('microsoft|USD|90',2);
INSERT INTO claim_key VALUES('microsoft|USD|91',2);
INSERT INTO claim_key VALUES('microsoft|openai',2);
INSERT INTO claim_key VALUES('openai|USD|90',2);
INSERT INTO claim_key VALUES('openai|USD|91',2);
INSERT INTO claim_key VALUES('amazon|USD|85',3);
INSERT INTO claim_key VALUES('amazon|USD|86',3);
INSERT INTO claim_key VALUES('amazon|openai',3);
INSERT INTO claim_key VALUES('openai|USD|85',3);
INSERT INTO claim_key VALUES('openai|USD|86',3);
INSERT INTO claim_key VALUES('microsoft|USD|90',4);
INSERT INTO claim_key VALUES('microsoft|USD|91',4);
INSERT INTO claim_key VALUES('microsoft|openai',4);
INSERT INTO claim_key VALUES('openai|USD|90',4);
INSERT INTO claim_key VALUES('openai|USD|91',4);
INSERT INTO claim_key VALUES('ampere|USD|80',5);
INSERT INTO claim_key VALUES('ampere|USD|81',5);
INSERT INTO claim_key VALUES('ampere|ampere',5);
INSERT INTO claim_key VALUES('ampere|carlyle',5);
INSERT INTO claim_key VALUES('ampere|oracle',5);
INSERT INTO claim_key VALUES('ampere|softbank',5);
INSERT INTO claim_key VALUES('carlyle|USD|80',5);
INSERT INTO claim_key VALUES('carlyle|USD|81',5);
INSERT INTO claim_key VALUES('carlyle|oracle',5);
INSERT INTO claim_key VALUES('carlyle|softbank',5);
INSERT INTO claim_key VALUES('oracle|USD|80',5);
INSERT INTO claim_key VALUES('oracle|USD|81',5);
INSERT INTO claim_key VALUES('oracle|softbank',5);
INSERT INTO claim_key VALUES('softbank|USD|80',5);
INSERT INTO claim_key VALUES('softbank|USD|81',5);
INSERT INTO claim_key VALUES('andreessen horowitz|EUR|76',6);
INSERT INTO claim_key VALUES('andreessen horowitz|EUR|77',6);
INSERT INTO claim_key VALUES('andreessen horowitz|asml',6);
INSERT INTO claim_key VALUES('andreessen horowitz|bpifrance',6);
INSERT INTO claim_key VALUES('andreessen horowitz|dst global',6);
INSERT INTO claim_key VALUES('andreessen horowitz|index ventures',6);
INSERT INTO claim_key VALUES('andreessen horowitz|mistral ai',6);
INSERT INTO claim_key VALUES('andreessen horowitz|nvidia',6);
INSERT INTO claim_key VALUES('asml|EUR|76',6);
INSERT INTO claim_key VALUES('asml|EUR|77',6);
INSERT INTO claim_key VALUES('asml|bpifrance',6);
INSERT INTO claim_key VALUES('asml|dst global',6);
INSERT INTO claim_key VALUES('asml|index ventures',6);
INSERT INTO claim_key VALUES('asml|mistral ai',6);
INSERT INTO claim_key VALUES('asml|nvidia',6);
INSERT INTO claim_key VALUES('bpifrance|EUR|76',6);
INSERT INTO claim_key VALUES('bpifrance|EUR|77',6);
INSERT INTO claim_key VALUES('bpifrance|dst global',6);
INSERT INTO claim_key VALUES('bpifrance|index ventures',6);
INSERT INTO claim_key VALUES('bpifrance|mistral ai',6);
INSERT INTO claim_key VALUES('bpifrance|nvidia',6);
INSERT INTO claim_key VALUES('dst global|EUR|76',6);
INSERT INTO claim_key VALUES('dst global|EUR|77',6);
INSERT INTO claim_key VALUES('dst global|index ventures',6);
INSERT INTO claim_key VALUES('dst global|mistral ai',6);
INSERT INTO claim_key VALUES('dst global|nvidia',6);
INSERT INTO claim_key VALUES('index ventures|EUR|76',6);
INSERT INTO claim_key VALUES('index ventures|EUR|77',6);
INSERT INTO claim_key VALUES('index ventures|mistral ai',6);
INSERT INTO claim_key VALUES('index ventures|nvidia',6);
INSERT INTO claim_key VALUES('mistral ai|EUR|76',6);
INSERT INTO claim_key VALUES('mistral ai|EUR|77',6);
INSERT INTO claim_key VALUES('mistral ai|nvidia',6);
INSERT INTO claim_key VALUES('nvidia|EUR|76',6);
INSERT INTO claim_key VALUES('nvidia|EUR|77',6);
CREATE TABLE deal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  starred INTEGER NOT NULL CHECK (starred IN (0, 1))
) STRICT;
INSERT INTO deal VALUES(1,0,0);
INSERT INTO deal VALUES(2,0,1);
INSERT INTO deal VALUES(3,0,0);
INSERT INTO deal VALUES(4,0,0);
CREATE TABLE deal_claim (
  claim_id INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  reason TEXT
) STRICT;
INSERT INTO deal_claim VALUES(1,1,NULL);
INSERT INTO deal_claim VALUES(2,2,NULL);
INSERT INTO deal_claim VALUES(3,1,'investor recipient amount announced days=0');
INSERT INTO deal_claim VALUES(4,2,'investor recipient amount days=0');
INSERT INTO deal_claim VALUES(5,3,NULL);
INSERT INTO deal_claim VALUES(6,4,NULL);
CREATE TABLE deal_field (
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  claim_id INTEGER REFERENCES claim (id) ON DELETE SET NULL,
  conflict INTEGER NOT NULL CHECK (conflict IN (0, 1)),
  PRIMARY KEY (deal_id, field)
) STRICT, WITHOUT ROWID;
INSERT INTO deal_field VALUES(1,'amount',3,0);
INSERT INTO deal_field VALUES(1,'announced',1,0);
INSERT INTO deal_field VALUES(1,'kind',3,0);
INSERT INTO deal_field VALUES(1,'parties',1,0);
INSERT INTO deal_field VALUES(1,'places',3,0);
INSERT INTO deal_field VALUES(1,'start',3,0);
INSERT INTO deal_field VALUES(1,'status',3,0);
INSERT INTO deal_field VALUES(2,'amount',4,0);
INSERT INTO deal_field VALUES(2,'announced',2,0);
INSERT INTO deal_field VALUES(2,'kind',4,0);
INSERT INTO deal_field VALUES(2,'parties',2,0);
INSERT INTO deal_field VALUES(2,'status',4,0);
INSERT INTO deal_field VALUES(3,'amount',5,0);
INSERT INTO deal_field VALUES(3,'announced',5,0);
INSERT INTO deal_field VALUES(3,'kind',5,0);
INSERT INTO deal_field VALUES(3,'parties',5,0);
INSERT INTO deal_field VALUES(3,'status',5,0);
INSERT INTO deal_field VALUES(4,'amount',6,0);
INSERT INTO deal_field VALUES(4,'announced',6,0);
INSERT INTO deal_field VALUES(4,'kind',6,0);
INSERT INTO deal_field VALUES(4,'parties',6,0);
INSERT INTO deal_field VALUES(4,'status',6,0);
CREATE TABLE fields (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER UNIQUE REFERENCES claim (id) ON DELETE CASCADE,
  deal_id INTEGER UNIQUE REFERENCES deal (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  currency TEXT,
  low INTEGER,
  high INTEGER,
  qualifier TEXT,
  per TEXT,
  kilowatts INTEGER CHECK (kilowatts > 0),
  kilowatts_qualifier TEXT,
  announced TEXT,
  start TEXT,
  "end" TEXT,
  CHECK ((claim_id IS NULL) <> (deal_id IS NULL)),
  CHECK ((currency IS NULL) = (qualifier IS NULL)),
  CHECK ((kilowatts IS NULL) = (kilowatts_qualifier IS NULL))
) STRICT;
INSERT INTO fields VALUES(1,1,NULL,'supply','agreed','USD',NULL,3800000000000,'exact',NULL,NULL,NULL,'2025-11-03','2025-11-03',NULL);
INSERT INTO fields VALUES(3,2,NULL,'supply','agreed','USD',NULL,25000000000000,'exact',NULL,NULL,NULL,'2025-10',NULL,NULL);
INSERT INTO fields VALUES(5,3,NULL,'supply','agreed','USD',NULL,3800000000000,'exact',NULL,NULL,NULL,'2025-11-03','2025-11-03',NULL);
INSERT INTO fields VALUES(6,NULL,1,'supply','agreed','USD',NULL,3800000000000,'exact',NULL,NULL,NULL,'2025-11-03','2025-11-03',NULL);
INSERT INTO fields VALUES(7,4,NULL,'supply','agreed','USD',NULL,25000000000000,'exact',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO fields VALUES(8,NULL,2,'supply','agreed','USD',NULL,25000000000000,'exact',NULL,NULL,NULL,'2025-10',NULL,NULL);
INSERT INTO fields VALUES(9,5,NULL,'acquisition','agreed','USD',NULL,650000000000,'exact',NULL,NULL,NULL,'2025-03-19',NULL,NULL);
INSERT INTO fields VALUES(10,NULL,3,'acquisition','agreed','USD',NULL,650000000000,'exact',NULL,NULL,NULL,'2025-03-19',NULL,NULL);
INSERT INTO fields VALUES(11,6,NULL,'equity','agreed','EUR',NULL,170000000000,'exact',NULL,NULL,NULL,'2025-09-09',NULL,NULL);
INSERT INTO fields VALUES(12,NULL,4,'equity','agreed','EUR',NULL,170000000000,'exact',NULL,NULL,NULL,'2025-09-09',NULL,NULL);
CREATE TABLE party (
  fields_id INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (fields_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO party VALUES(1,0,'investor','OpenAI');
INSERT INTO party VALUES(1,1,'recipient','Amazon');
INSERT INTO party VALUES(3,0,'investor','OpenAI');
INSERT INTO party VALUES(3,1,'recipient','Microsoft');
INSERT INTO party VALUES(5,0,'investor','OpenAI');
INSERT INTO party VALUES(5,1,'recipient','Amazon');
INSERT INTO party VALUES(6,0,'investor','OpenAI');
INSERT INTO party VALUES(6,1,'recipient','Amazon');
INSERT INTO party VALUES(7,0,'investor','OpenAI');
INSERT INTO party VALUES(7,1,'recipient','Microsoft');
INSERT INTO party VALUES(8,0,'investor','OpenAI');
INSERT INTO party VALUES(8,1,'recipient','Microsoft');
INSERT INTO party VALUES(9,0,'investor','SoftBank');
INSERT INTO party VALUES(9,1,'recipient','Ampere');
INSERT INTO party VALUES(9,2,'recipient','Ampere');
INSERT INTO party VALUES(9,3,'recipient','Carlyle');
INSERT INTO party VALUES(9,4,'recipient','Oracle');
INSERT INTO party VALUES(10,0,'investor','SoftBank');
INSERT INTO party VALUES(10,1,'recipient','Ampere');
INSERT INTO party VALUES(10,2,'recipient','Carlyle');
INSERT INTO party VALUES(10,3,'recipient','Oracle');
INSERT INTO party VALUES(11,0,'investor','ASML');
INSERT INTO party VALUES(11,1,'investor','Nvidia');
INSERT INTO party VALUES(11,2,'investor','Andreessen Horowitz');
INSERT INTO party VALUES(11,3,'investor','DST Global');
INSERT INTO party VALUES(11,4,'investor','Index Ventures');
INSERT INTO party VALUES(11,5,'investor','Bpifrance');
INSERT INTO party VALUES(11,6,'recipient','Mistral AI');
INSERT INTO party VALUES(12,0,'investor','ASML');
INSERT INTO party VALUES(12,1,'investor','Nvidia');
INSERT INTO party VALUES(12,2,'investor','Andreessen Horowitz');
INSERT INTO party VALUES(12,3,'investor','DST Global');
INSERT INTO party VALUES(12,4,'investor','Index Ventures');
INSERT INTO party VALUES(12,5,'investor','Bpifrance');
INSERT INTO party VALUES(12,6,'recipient','Mistral AI');
CREATE TABLE place (
  fields_id INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  country TEXT NOT NULL,
  PRIMARY KEY (fields_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES(5,0,'US');
INSERT INTO place VALUES(6,0,'US');
CREATE TABLE amount_alt (
  fields_id INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  currency TEXT NOT NULL,
  low INTEGER,
  high INTEGER,
  qualifier TEXT NOT NULL,
  per TEXT,
  PRIMARY KEY (fields_id, position)
) STRICT, WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('article',4);
INSERT INTO sqlite_sequence VALUES('claim',6);
INSERT INTO sqlite_sequence VALUES('deal',4);
CREATE INDEX claim_by_article ON claim (article_id);
CREATE INDEX claim_key_by_claim ON claim_key (claim_id);
CREATE INDEX deal_claim_by_deal ON deal_claim (deal_id);
CREATE INDEX deal_field_by_claim ON deal_field (claim_id);
COMMIT;
