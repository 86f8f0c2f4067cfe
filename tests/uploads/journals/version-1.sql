BEGIN TRANSACTION;
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    created_at REAL NOT NULL,
    source TEXT NOT NULL,
    account_id TEXT NOT NULL,
    account_name TEXT NOT NULL,
    account_sid TEXT NOT NULL,
    base_url TEXT NOT NULL,
    duplicate_action TEXT NOT NULL,
    list_id TEXT NOT NULL,
    header TEXT NOT NULL,
    mapping TEXT NOT NULL,
    added_columns INTEGER NOT NULL
);
INSERT INTO "job" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1.7956249689453485012e+09,'{"path": "/home/asha/contacts.csv", "format": "csv", "size_bytes": 5573, "encoding": "utf-8-sig", "delimiter": ",", "header_line": 1, "sheet": null}','environment','practice','practice','http://127.0.0.1:37215','skip','','["Mobile Number", "First Name", "Last Name", "E-mail", "Company", "Tag", "Remarks"]','["phone_number", "first_name", "last_name", "email", "company", "tag", null]',0);
INSERT INTO "job" VALUES('82003421c99b42d387f146d8fb2152d3',1.79562497004624462126e+09,'{"path": "/home/asha/leads.csv", "format": "csv", "size_bytes": 564, "encoding": "utf-8", "delimiter": ",", "header_line": 1, "sheet": null}','environment','practice','practice','http://127.0.0.1:37215','create_new','','["phone_number", "first_name"]','["phone_number", "first_name"]',0);
CREATE TABLE part (
    job_id TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    retried_rows INTEGER NOT NULL,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL,
    upload_id TEXT NOT NULL,
    successful INTEGER NOT NULL,
    already_there INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    surplus INTEGER NOT NULL,
    changed_at REAL NOT NULL,
    accepted_at REAL,
    estimated_seconds REAL,
    error_code TEXT NOT NULL,
    request_ids TEXT NOT NULL,
    may_be_there INTEGER NOT NULL,
    number_digests BLOB NOT NULL DEFAULT x'',
    PRIMARY KEY (job_id, number)
);
INSERT INTO "part" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,1,45,0,3793,'8a16528e8c5fb33bd1621ddd78c2eb075d356b5d2557fbad13ce188fcaa603ed','settled','upload_practice0001',34,6,5,0,0,1.79562496958077168467e+09,1.79562496904906082149e+09,0.0,'','["practice_req_000001", "practice_req_000002"]',0,X'14F3E6BBF0A77D6554ED3F6B2AEBCF0DB72C6DAC9EA66581A3DF7CA4EFEC634DEE12063F67643CEAC20F6CF882657DE185E46B7BDBDDC1C9FD1D75674D836B7DDC50FA96F5DF2418D4C28070D0B1AD37433226BC0B50CC55988587F890ADA67BD2A56BF7D12572718A209ED77C773850C4F60B2FDB4E7C389D3497E2F5C890EB27576D37F16A7EAE54ED3F6B2AEBCF0D9E4608E57C22C232BE7132AD911945F017EA62C760922F8FCDC9F41A6BEF139163DED40B647D9A11C0C3BAAD0A561E3E6D9931064DF8E93C791051B53280CEF526E18ECEA9907E2AC9AD65C7273DBF3ACD1E31912C78C34443FDEBCBAC2368CB3999C8A5EAFD0950CFA9181B7390E3CBC258CCB99E59B5CE7BF4EC8F3968DCA82EA5FC501B96B8093D1FB0F5C1D116FAFC76A5582372EACE4666550D3F60667170897AD1E0DADF192CE02530ADDAD70EEC78069571229F602E8E7A0082A8D073942C3767983544DBBC79074A62F1BE47C0C3BAAD0A561E3E');
INSERT INTO "part" VALUES('82003421c99b42d387f146d8fb2152d3',1,1,10,0,245,'4f1e0f7fd3cd1e81aa7a34e1f3a1f53a8d5fc121632212a211add6f9b224345c','settled','upload_practice0002',10,0,0,0,0,1.7956249706626875401e+09,1.7956249701496217251e+09,0.0,'','["practice_req_000003"]',0,X'8F94B639C1721E8B92E05FBCA14A3FB9CF13891B88A715D5FA4D65BB4BB611B478B231EEE8DFD33AE7606754DF3582F9E1B3F29C43718E21450DFF94D35F769F433846FD68D24402D1388C7C00EEA03D');
INSERT INTO "part" VALUES('82003421c99b42d387f146d8fb2152d3',2,1,15,0,370,'e39381c9d4bac9b419ee7ba9760231631da8e08310035566cfe74dc25206c819','planned','',0,0,0,0,0,0.0,NULL,NULL,'','[]',0,X'0D1292D5B8BDC6186C40EF6D121E65D2E4B705606A30F1B9D1235DCC3D2E41D2E43E4C5F6C764DCB4F38E938AED3B6607A9916D29EC622B5427DCF8E13350CD0D9FF62DF9ABB8518B252881967133DC930B32065F0E31FF8094FA6144A7AFA042C1B997493E4EB5208E97D24F1569DA411451B70E5AF2516');
CREATE TABLE refused_row (
    job_id TEXT NOT NULL,
    part_number INTEGER NOT NULL,
    row_number INTEGER,
    line INTEGER,
    phone_number TEXT NOT NULL,
    error_code TEXT NOT NULL,
    error_message TEXT NOT NULL,
    cells TEXT,
    already_there INTEGER NOT NULL,
    retried_in INTEGER,
    FOREIGN KEY (job_id, part_number) REFERENCES part(job_id, number) ON DELETE CASCADE
);
INSERT INTO "refused_row" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,18,19,'+919999900017','INVALID_PHONE','Phone number cannot be called from this account','["+919999900017", "Harish", "Patil", "harish.patil@example.com", "Malabar Spices", "standard", ""]',0,NULL);
INSERT INTO "refused_row" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,21,22,'+919876543227','INVALID_EMAIL','The mail domain bounces.example accepts no mail','["+919876543227", "Subhash", "Chatterjee", "subhash.c@bounces.example", "Hooghly Textiles", "standard", "Mail came back"]',0,NULL);
INSERT INTO "refused_row" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,25,26,'+919876543230','INVALID_FORMAT','tag must not contain |','["+919876543230", "Kiran", "Naidu", "kiran.naidu@example.com", "Charminar Pharma", "VIP|Gold", ""]',0,NULL);
INSERT INTO "refused_row" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,38,39,'+6581234571','INVALID_EMAIL','The mail domain bounces.example accepts no mail','["+6581234571", "Jun Hao", "Ng", "junhao.ng@bounces.example", "Orchard Clinics", "trial", ""]',0,NULL);
INSERT INTO "refused_row" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,57,58,'+919999900123','INVALID_PHONE','Phone number cannot be called from this account','["+919999900123", "Omkar", "Jadhav", "omkar.jadhav@example.com", "Konkan Fisheries", "standard", ""]',0,NULL);
CREATE TABLE setting (digest_key BLOB NOT NULL, contacts_days INTEGER NOT NULL, jobs_days INTEGER NOT NULL);
INSERT INTO "setting" VALUES(X'8483A202FBBAF7A65938A5807C7CF1C3BFAC4DE170461F3B83C9CD1CF872795D',30,365);
CREATE TABLE step (
    job_id TEXT NOT NULL,
    part_number INTEGER NOT NULL,
    at REAL NOT NULL,
    state TEXT NOT NULL,
    error_code TEXT NOT NULL,
    FOREIGN KEY (job_id, part_number) REFERENCES part(job_id, number) ON DELETE CASCADE
);
INSERT INTO "step" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,1.79562496894753456113e+09,'sending','');
INSERT INTO "step" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,1.79562496900637483601e+09,'whole','');
INSERT INTO "step" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,1.79562496904908823966e+09,'accepted','');
INSERT INTO "step" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,1.79562496955912113188e+09,'counted','');
INSERT INTO "step" VALUES('473bacda940e4a7182dc1fd8fedeb01f',1,1.79562496958077168467e+09,'settled','');
INSERT INTO "step" VALUES('82003421c99b42d387f146d8fb2152d3',1,1795624970.05243,'sending','');
INSERT INTO "step" VALUES('82003421c99b42d387f146d8fb2152d3',1,1.79562497014038419725e+09,'whole','');
INSERT INTO "step" VALUES('82003421c99b42d387f146d8fb2152d3',1,1.79562497014964485165e+09,'accepted','');
INSERT INTO "step" VALUES('82003421c99b42d387f146d8fb2152d3',1,1.79562497066104912761e+09,'counted','');
INSERT INTO "step" VALUES('82003421c99b42d387f146d8fb2152d3',1,1.7956249706626875401e+09,'settled','');
CREATE INDEX part_by_content ON part (sha256);
CREATE INDEX refused_row_by_job ON refused_row (job_id, part_number);
CREATE INDEX step_by_job ON step (job_id, part_number);
COMMIT;
PRAGMA user_version = 1;
