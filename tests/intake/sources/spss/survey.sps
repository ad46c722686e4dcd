* Writes the SPSS files of this folder: pspp survey.sps (PSPP 1.6.2). What they hold was typed here.
DATA LIST LIST NOTABLE /id (F4.0) 满意度 (F1.0) wait (F8.2) city (A16) note (A600) visited (DATE11) seen (DATETIME20) took (TIME8).
BEGIN DATA
1 5 3.6 北京市朝阳 "很好" 03-MAR-2024 "03-MAR-2024 14:05:06" 00:01:05
2 9 -1 西 "" 31-DEC-2023 "31-DEC-2023 00:00:00" 01:00:00
3 . 99.5 东 "abc" . . .
4 8 -7 nowhere1long "x" 29-FEB-2000 "29-FEB-2000 23:59:59" 00:00:00
5 1 1000000 西 "y" 01-JAN-1960 "01-JAN-1960 12:00:00" 00:00:01
END DATA.
* Text of more than 255 bytes is spread over segments: 200 characters of three bytes each.
DO IF id = 5.
COMPUTE note = CONCAT("始", RPAD("", 300, "-"), "中", RPAD("", 290, "+"), "终").
END IF.
VARIABLE LABELS 满意度 '总体满意度' /city 'City'.
VALUE LABELS 满意度 1 '很不满意' 5 '很满意' 9 '不知道' /wait -7 'does not know' /city 'nowhere1long' 'Nowhere'.
MISSING VALUES 满意度 (8,9) /wait (LO THRU -1, 99.5) /city ('nowhere1').
VARIABLE LEVEL 满意度 (ORDINAL) /city (NOMINAL) /wait (SCALE).
SAVE OUTFILE='bytecode.sav' /COMPRESSED.
SAVE OUTFILE='plain.sav' /UNCOMPRESSED.
SAVE OUTFILE='zlib.zsav' /ZCOMPRESSED.
SAVE TRANSLATE /OUTFILE='values.csv' /TYPE=CSV /FIELDNAMES /REPLACE /CELLS=VALUES.
