"""Made-up papers as they are pasted: nobody in them is a real person, and no such case exists."""

from __future__ import annotations

SHEET = """
 XMPCA  540*23 *             SENTENCE MONITORING                *     10-04-2021
PAGE 001       *              COMPUTATION DATA                   *     10:11:12
                              AS OF 10-04-2021

REGNO..: 00000-999 NAME: DOE, JORDAN AVERY

FBI NO...........: 000000AA0                    DATE OF BIRTH: 05-09-1971  AGE: 50
ARS1.............: XMP/A-DES
UNIT.............: C                            QUARTERS.....: C01-001L
DETAINERS........: NO                           NOTIFICATIONS: NO

FSA ELIGIBILITY STATUS IS: ELIGIBLE
HOME DETENTION ELIGIBILITY DATE....: 01-07-2028

THE INMATE IS PROJECTED FOR RELEASE: 07-07-2028 VIA GCT REL

----------------------CURRENT JUDGMENT/WARRANT NO: 010 ------------------------

COURT OF JURISDICTION...........: WEST VIRGINIA, SOUTHERN DISTRICT
DOCKET NUMBER...................: 2:15-CR-00999-XYZ-1
JUDGE...........................: ZOE
DATE SENTENCED/PROBATION IMPOSED: 03-15-2016
DATE COMMITTED..................: 04-20-2016
 SENTENCE IMPOSED/TIME TO SERVE.:   180 MONTHS
 TERM OF SUPERVISION............:     5 YEARS
DATE COMPUTATION BEGAN..........: 03-15-2016
TOTAL TERM IN EFFECT............:   180 MONTHS
TOTAL TERM IN EFFECT CONVERTED..:    15 YEARS
JAIL CREDIT.....................:    FROM DATE    THRU DATE
                                     08-03-2015   03-14-2016
TOTAL PRIOR CREDIT TIME.........: 225
TOTAL INOPERATIVE TIME..........: 0
TOTAL GCT EARNED AND PROJECTED..: 756
STATUTORY RELEASE DATE PROJECTED: 07-08-2028
EXPIRATION FULL TERM DATE.......: 08-02-2030
PROJECTED SATISFACTION DATE.....: 07-07-2028
PROJECTED SATISFACTION METHOD...: GCT REL
"""
JUDGMENT = """Case 2:15-cr-00999-XYZ   Document 61   Filed 03/18/16   Page 1 of 7 PageID #: 301
                       UNITED STATES DISTRICT COURT
                   SOUTHERN DISTRICT OF WEST VIRGINIA
                          CHARLESTON DIVISION

UNITED STATES OF AMERICA            )     JUDGMENT IN A CRIMINAL CASE
            v.                      )
    JORDAN AVERY DOE                )     Case Number: 2:15-cr-00999-XYZ-1
                                    )     USM Number: 00000-999
THE DEFENDANT:
☒ pleaded guilty to count(s)  1 and 2
☐ pleaded nolo contendere to count(s)
☐ was found guilty on count(s)
The defendant is adjudicated guilty of these offenses:
Title & Section        Nature of Offense                       Offense Ended    Count
21 U.S.C. § 846        Conspiracy to distribute fentanyl       7/31/2015        1
21 U.S.C. § 841(a)(1)  Possession with intent to distribute    7/31/2015        2

       March 15, 2016
       Date of Imposition of Judgment
       Xavier Y. Zoe, United States District Judge
The defendant is hereby committed to the custody of the Federal Bureau of Prisons
to be imprisoned for a total term of:
    One hundred eighty (180) months on each count, to run concurrently.

Upon release from imprisonment, you will be on supervised release for a term of: five (5) years on each count
CRIMINAL MONETARY PENALTIES
            Assessment     Restitution    Fine
TOTALS      $ 200.00       $ 0.00         $ 2,500.00
"""
DOCKET = """U.S. District Court
Southern District of West Virginia (Charleston)
CRIMINAL DOCKET FOR CASE #: 2:15-cr-00999-XYZ-1
Case title: USA v. Doe et al
Date Filed: 08/11/2015
Assigned to: Chief Judge Xavier Y. Zoe
Defendant (1)
Jordan Avery Doe                     represented by   Pat Poe

Date Filed\t#\tDocket Text
08/11/2015\t12\tINDICTMENT as to Jordan Avery Doe (1) count(s) 1, 2. (abc) (Entered: 08/12/2015)
08/20/2015\t20\tMinute Entry: Arraignment; plea of not guilty entered by Jordan Avery Doe.
11/17/2015\t41\tMinute Entry for Change of Plea Hearing held:
  Plea entered by Jordan Avery Doe (1) Guilty Count 1,2.
03/15/2016\t60\tMinute Entry: Sentencing held on 3/15/2016 for Jordan Avery Doe.
03/18/2016\t61\tJUDGMENT as to Jordan Avery Doe (1), Count(s) 1, 2, Imprisonment: 180 months,
  each count concurrent;
  Supervised Release: 5 years. Signed by Chief Judge Xavier Y. Zoe on 3/18/2016.
05/04/2021\t99\tMEMORANDUM OPINION AND ORDER as to Jordan Avery Doe denying 90 Motion for
  Compassionate Release. Signed by Chief Judge Xavier Y. Zoe on 5/3/2021.
  (abc) (Entered: 05/05/2021)
"""
NOTICE = """The following transaction was entered on 3/18/2016 at 2:10 PM EDT and filed on 3/18/2016
Case Name: USA v. Doe
Case Number: 2:15-cr-00999-XYZ
Filer:
Document Number: 61
Docket Text:
JUDGMENT as to Jordan Avery Doe (1), Count(s) 1, Imprisonment 12 months and one day;
Supervised release 3 years.

2:15-cr-00999-XYZ Notice has been electronically mailed to:
"""
