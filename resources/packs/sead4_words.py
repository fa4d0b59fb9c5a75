# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-written words for the SEAD 4 pack: for each condition a short text (lists, chips, palette) and the
lower-case synonyms people type. A condition that mitigates another shares its words, so that the palette offers both.

Lines are: id | short text | keywords | text (only where the paraphrase of the domain facts needs to be clearer).
"""

CONDITIONS = """
4(a) | Sabotage, espionage, treason, terrorism or sedition | spy spying terrorist traitor coup loyalty allegiance
4(b) | Association or sympathy with such actors | spy terrorist extremist sympathy associate allegiance loyalty
4(c) | Association with groups using unlawful force | militia extremist overthrow threat violence group allegiance | Associates with or sympathises with people or groups that use force, threats or other unlawful means towards any of these ends.
5(a) | Unaware of unlawful aims and left | unwitting severed quit extremist association allegiance
5(b) | Humanitarian and lawful involvement | charity aid relief lawful allegiance
5(c) | Brief involvement from curiosity or study | academic research curious short extremist allegiance
5(d) | Long ago or unusual, loyalty not in doubt | old past unlikely recur loyalty allegiance time

7(a) | Foreign contact raising exploitation risk | relatives family abroad friend foreigner coercion pressure contact
7(b) | Ties abroad creating a conflict of interest | relatives family connection foreign loyalty conflict divided | Ties to people, groups or governments abroad that could set the duty to protect information against the wish to help them.
7(c) | Foreign association not reported | unreported undisclosed contact hidden concealed association
7(d) | Counterintelligence information showing unacceptable risk | ci spy intelligence threat risk
7(e) | Shared home raising foreign pressure risk | cohabitant roommate spouse household partner living
7(f) | Substantial foreign business, financial or property interests | property money account investment assets owner wealth
7(g) | Unapproved contact with foreign intelligence associates | spy agent officer service embassy intelligence
7(h) | Foreign representatives cultivating the person | recruit recruitment grooming target approach vulnerable
7(i) | Conduct abroad open to exploitation | travel blackmail coercion overseas vulnerable behaviour
8(a) | Conflict of loyalty unlikely | relatives family country position contact foreign unlikely | Given the relationship, the country and the position of the people there, having to choose between them and the national interest is unlikely.
8(b) | Deep domestic ties outweigh foreign ones | roots longstanding loyalty family minimal conflict resolve | No real conflict: the sense of obligation abroad is minimal, or ties at home are so deep and long-lasting that the national interest would win.
8(c) | Casual and infrequent foreign contact | rare occasional seldom relatives friend contact
8(d) | Official or approved foreign contacts | authorised business government duty approved contact
8(e) | Prompt reporting of foreign contacts | reported disclosed timely approach threat contact
8(f) | Foreign interests small or routine | property money account investment minor assets leverage

10(a) | Applying for or taking foreign citizenship | nationality naturalise dual passport citizen
10(b) | Undeclared foreign passport or identity card | undisclosed document hidden unreported citizenship
10(c) | Travel without the national passport | border entry exit passport foreign document
10(d) | Service to a foreign state | military government army post office employment
10(e) | Foreign citizenship shielding financial interests | money business tax assets nationality hide
10(f) | Act or statement renouncing citizenship | expatriation renounce relinquish nationality intent
11(a) | Foreign citizenship without security conflict | nationality dual conflict harmless passport
11(b) | Dual citizenship by birth or parents only | nationality birth descent parents dual passport
11(c) | Willing to renounce foreign citizenship | renounce surrender relinquish nationality dual passport
11(d) | Rights exercised before naturalisation | earlier previous naturalised foreign military vote
11(e) | Use of foreign citizenship raises no concern | benefits rights harmless nationality entitlement | Holding or using the rights, privileges or duties of foreign nationality creates no security concern.
11(f) | Preference for a low-risk country | ally friendly low risk preference organisation
11(g) | Foreign service authorised by law | military government lawful consent authorised
11(h) | Activity approved by the agency head | permission approval authorised delegate foreign

13(a) | Criminal sexual conduct | sex offence assault prostitution crime indecent
13(b) | Compulsive or high-risk sexual conduct | sex compulsive addiction self-destructive uncontrolled | Compulsive, self-destructive or high-risk sexual conduct that the person cannot stop.
13(c) | Sexual conduct open to coercion | sex affair blackmail secret vulnerable exploitation
13(d) | Public or indiscreet sexual conduct | sex indiscreet exposure workplace judgment
14(a) | In or before adolescence, nothing similar since | young juvenile teenager minor sex age
14(b) | Old, rare or unusual; reliability not in doubt | time recur isolated infrequent past sex | So long ago, so rare or in such unusual circumstances that it is unlikely to happen again, and present reliability, trustworthiness and judgment are not in doubt.
14(c) | No longer a basis for coercion | blackmail disclosed known sex exploitation
14(d) | Private, consensual and discreet | sex consent consenting adult discreet
14(e) | Treatment completed or followed, favourable prognosis | therapy counselling professional sex controllable

16(a) | Deliberate omission or falsification on a security form | omission omitted falsify questionnaire sf-86 qnsp lie concealed
16(b) | False or misleading statements to officials | lie lied mislead interview investigator concealed omission
16(c) | Adverse facts across several areas | pattern several areas judgment combination unreliable
16(d) | Adverse facts not covered elsewhere | rule violation dishonest misuse timesheet disruptive violent
16(e) | Conduct open to exploitation or duress | blackmail coercion secret hidden embarrassing affair vulnerable
16(f) | Broken written commitment to an employer | agreement promise violation breach employment condition | Broke a written or recorded commitment to an employer that was a condition of the job.
16(g) | Association with people engaged in crime | criminals criminal gang friends associate
17(a) | Prompt, good-faith effort to correct | corrected correction amended disclosed volunteered omission falsification lie
17(b) | Omission caused by professional or legal advice | advice counsel lawyer attorney improper omission | The refusal, omission or concealment stemmed largely from professional or legal advice; the person cooperated fully once told of the requirement.
17(c) | Minor, old, rare or unusual; reliability not in doubt | time recur isolated infrequent small past | So minor, so long ago, so rare or in such unusual circumstances that it is unlikely to happen again, and reliability, trustworthiness and judgment are not in doubt.
17(d) | Acknowledged, with counselling or other positive steps | admitted admission counselling acknowledged changed therapy
17(e) | Steps taken to reduce or end vulnerability | blackmail coercion disclosed told exploitation duress
17(f) | Information unsupported or from an unreliable source | unsubstantiated hearsay false source doubtful
17(g) | Criminal association unwitting or ended | criminals unwitting severed ended gang friends | Association with people engaged in crime was unwitting, has ended, or happens in circumstances that do not cast doubt on reliability.

19(a) | Inability to pay debts | debt bankrupt bankruptcy insolvent delinquent collection credit | Cannot pay debts when they fall due.
19(b) | Unwillingness to pay debts despite means | debt refuse delinquent default credit | Will not pay debts although able to pay.
19(c) | History of unmet financial obligations | debt delinquent arrears collection chargeoff credit default
19(d) | Deceptive or illegal financial practices | fraud embezzlement theft expense cheque loan false
19(e) | Persistent overspending or irresponsible spending | spending debt overspend late cash lifestyle
19(f) | Failure to file or pay income tax | tax taxes irs unfiled return evasion
19(g) | Unexplained wealth or lifestyle | cash money deposit wire affluence income assets
19(h) | Borrowing or spending heavily to gamble | gambling casino betting loan cash
19(i) | Concealing gambling losses or problems | gambling casino hidden losses family
20(a) | Old, rare or unusual; reliability not in doubt | time recur isolated infrequent past debt | So long ago, so rare or in such circumstances that it is unlikely to happen again, and present reliability, trustworthiness and judgment are not in doubt.
20(b) | Beyond control, and acted responsibly | unemployment layoff illness divorce medical death victim debt | The problem came mostly from what the person could not control (job loss, business downturn, illness, death, divorce, being a victim of fraud), and they acted responsibly.
20(c) | Financial counselling, problem under control | counselling credit budget adviser debt gambling | Has had or is getting financial counselling from a credible source, and the problem is clearly being resolved or is under control.
20(d) | Good-faith effort to repay creditors | repay repayment settled payment plan creditor debt paid
20(e) | Reasonable, documented dispute of the debt | disputed contest documented proof credit debt
20(f) | Wealth from a lawful source | cash money deposit legal income gift inheritance | The wealth in question came from a lawful source of income.
20(g) | Tax arrangement made and followed | tax taxes irs instalment filed agreement | Has made arrangements with the tax authority to file or pay what is due, and keeps to them.

22(a) | Alcohol-related incidents away from work | dui dwi drunk driving drinking fight arrest
22(b) | Alcohol-related incidents at work | drunk drinking duty impaired intoxicated job
22(c) | Habitual or binge drinking impairing judgment | drunk drinking binge heavy intoxication
22(d) | Diagnosis of alcohol use disorder | alcoholism alcoholic diagnosed dependence drinking clinician
22(e) | Treatment advice not followed after diagnosis | treatment refused rehab alcoholism drinking | Did not follow treatment advice after a diagnosis of alcohol use disorder.
22(f) | Drinking against treatment advice | relapse drinking alcoholism consumption continued | Still drinks, against treatment recommendations, after a diagnosis of alcohol use disorder.
22(g) | Alcohol-related court order not followed | probation interlock classes abstain drinking violation
23(a) | Old, rare or unusual, or reliability unaffected | time recur isolated infrequent past drinking | So long ago, so rare or in such unusual circumstances that it is unlikely to happen again, or it does not cast doubt on present reliability, trustworthiness or judgment.
23(b) | Problem acknowledged, reduced drinking or abstinence | sober sobriety abstain abstinence moderation admitted drinking
23(c) | In treatment with satisfactory progress | counselling rehab therapy drinking programme | Is in counselling or treatment, has no history of treatment and relapse, and is making satisfactory progress.
23(d) | Treatment completed, reduced drinking or abstinence | rehab aftercare sober abstinence drinking completed

25(a) | Substance misuse | drug drugs marijuana cannabis cocaine opioid use
25(b) | Positive drug test | drug urinalysis test positive screening
25(c) | Illegal possession, production or supply of drugs | drug possession dealing sale cultivation paraphernalia trafficking
25(d) | Diagnosis of substance use disorder | drug addiction diagnosed dependence clinician
25(e) | Drug treatment not completed | rehab programme dropped failed drug
25(f) | Drug use while holding access | drug marijuana cleared clearance sensitive position
25(g) | Intent to continue, or no commitment to stop | drug future intent continue marijuana | Says they mean to continue drug misuse, or will not clearly and convincingly commit to stop.
26(a) | Old, rare or unusual, or reliability unaffected | time recur isolated infrequent past drug | So long ago, so rare or in such circumstances that it is unlikely to happen again, or it does not cast doubt on present reliability, trustworthiness or judgment.
26(b) | Acknowledged, with an established pattern of abstinence | abstain abstinence stopped drug marijuana statement
26(c) | Prescription misuse after illness, now ended | prescription medicine painkiller opioid illness drug
26(d) | Drug treatment completed, favourable prognosis | rehab aftercare completed drug programme prognosis

28(a) | Behaviour casting doubt on stability | mental psychological erratic violent paranoid unstable
28(b) | Professional opinion of impaired judgment or reliability | psychologist psychiatrist diagnosis mental evaluation
28(c) | In-patient hospitalisation | hospital psychiatric mental inpatient committed
28(d) | Prescribed psychological care not followed | medication therapy noncompliance treatment mental
28(e) | Pathological gambling | gambling casino betting losses addiction
29(a) | Controllable condition with consistent treatment | medication therapy compliance mental treatment
29(b) | Voluntary treatment, favourable prognosis | counselling therapy voluntary mental prognosis
29(c) | Recent accepted opinion: controlled or in remission | psychologist psychiatrist remission evaluation mental
29(d) | Temporary condition, now resolved | temporary past grief stress resolved mental
29(e) | No indication of a current problem | current none stable mental gambling

31(a) | Pattern of minor offences | petty misdemeanour traffic offences repeated arrest
31(b) | Evidence of criminal conduct | crime arrest charge felony allegation conviction admission
31(c) | Currently on parole or probation | probation parole supervised sentence
31(d) | Parole or probation violated | probation parole violation breach court rehabilitation
31(e) | Less than honourable discharge | military discharge dishonourable dismissal armed forces
32(a) | Long past or unusual; reliability not in doubt | time recur isolated past crime arrest | So long ago or in such unusual circumstances that it is unlikely to happen again, and reliability, trustworthiness and judgment are not in doubt.
32(b) | Pressured or coerced, pressure now gone | duress coerced forced pressure crime
32(c) | No reliable evidence of the offence | acquitted dismissed innocent unproven crime arrest
32(d) | Successful rehabilitation | restitution probation employment education remorse crime

34(a) | Disclosure of protected information | leak classified unauthorised release negligent disclosure
34(b) | Protected information in an unauthorised place | classified home removal stored retained
34(c) | Protected information on unauthorised equipment | classified email phone laptop usb media device
34(d) | Improper attempt to obtain protected information | classified snooping need-to-know sought
34(e) | Copying or altering to hide markings | classified markings removed altered copy
34(f) | Viewing or downloading beyond need to know | classified browsing download snooping need-to-know
34(g) | Failure to follow protection rules | classified violation infraction security rules breach
34(h) | Negligent habits despite counselling | careless lax infraction repeated security
34(i) | Rule breach that damaged national security | damage compromise classified harm breach
35(a) | Old, rare or unusual; reliability not in doubt | time recur isolated infrequent past security | So long ago, so rare or in such unusual circumstances that it is unlikely to happen again, and present reliability, trustworthiness and judgment are not in doubt.
35(b) | Responded well to counselling or training | remedial training counselling improved security
35(c) | Poor training or unclear instructions | untrained training instructions security violation
35(d) | Inadvertent, promptly reported, no compromise | accident inadvertent reported unintended security

37(a) | Work or service for listed outside parties | foreign employment consulting job publishing volunteer
37(b) | Outside activity not fully disclosed | job unreported undisclosed hidden employment
38(a) | Activity assessed as no conflict | approved evaluation conflict job employment
38(b) | Activity ended once notified of conflict | quit stopped resigned job employment

40(a) | Unauthorised entry into a system | hacking hack intrusion access computer
40(b) | Unauthorised change or denial of data | delete destroy sabotage malware computer
40(c) | Using one system to reach another | hacking pivot compartment network computer
40(d) | Protected information on an unauthorised system | classified upload download email computer
40(e) | Unauthorised use of a system | misuse pornography personal computer network
40(f) | Hardware, software or media against rules | usb install device software media computer
40(g) | Careless IT habits despite counselling | negligent lax password computer repeated
40(h) | IT misuse that damaged national security | damage harm compromise computer network
41(a) | Long past or unusual; reliability not in doubt | time recur isolated past computer | So long ago or in such unusual circumstances that it is unlikely to happen again, and reliability, trustworthiness and judgment are not in doubt.
41(b) | Minor misuse for organisational efficiency | minor efficiency work computer effectiveness
41(c) | Unintentional and promptly corrected | inadvertent accident reported corrected computer
41(d) | Poor training or unclear instructions | untrained training instructions computer
"""


def words():
    """{id: (short text, [keywords], text or None)}"""
    found = {}
    for line in CONDITIONS.splitlines():
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(" | ")]
        identity, short, keywords = parts[:3]
        if identity in found:
            raise SystemExit(f"{identity} is here twice")
        found[identity] = (short, keywords.split(), parts[3] if len(parts) > 3 else None)
    return found
