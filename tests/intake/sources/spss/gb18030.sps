* Writes gb18030.sav: pspp --syntax-encoding=UTF-8 gb18030.sps (PSPP 1.6.2).
SET LOCALE='GB18030'.
DATA LIST LIST NOTABLE /id (F4.0) 城市 (A10).
BEGIN DATA
1 上海浦东新
2 满意
END DATA.
VALUE LABELS 城市 'x' '好'.
SAVE OUTFILE='gb18030.sav' /COMPRESSED.
