/**
 * What every route answers to a right call about the learner mia and her class b1, by who calls (route-callers.ts).
 * Without proof are nobody and all tokens that prove nothing. The last three columns are the same call made for mia, with
 * `user_id=mia`; strangers are refused that (403) by every route that is not open to all, whatever the call. A name with a
 * slash is an attempt on what is mia’s (access-attempts.ts), which is made as it is and not for mia.
 * eraseMe comes last: mia is gone then, and all staff teach a class that an attempt made.
 */
export const accessTable = `
                             no     learner           teacher                      admin service  for mia, by
route                        proof  mia   other former of b1 other new   former                   teacher admin service
getRoot                      200    200   200   200    200   200   200   200     200   200      200     200   200
getHealth                    200    200   200   200    200   200   200   200     200   200      200     200   200
getReadiness                 200    200   200   200    200   200   200   200     200   200      200     200   200
getMetrics                   401    403   403   403    200   200   200   200     200   200      200     200   200
createWordList               401    201   201   201    201   201   201   201     201   201      201     201   201
listWordLists                401    200   200   200    200   200   200   200     200   200      200     200   200
getWordList                  401    200   404   404    404   404   404   404     404   404      200     200   200
updateWordList               401    200   404   404    404   404   404   404     404   404      200     200   200
deleteWordList               401    200   404   404    404   404   404   404     404   404      200     200   200
favoriteWordList             401    200   404   404    404   404   404   404     404   404      200     200   200
listWords                    401    200   404   404    404   404   404   404     404   404      200     200   200
listOwnWords                 401    200   200   200    200   200   200   200     200   200      200     200   200
createWord                   401    201   404   404    404   404   404   404     404   404      201     201   201
createWords                  401    200   404   404    404   404   404   404     404   404      200     200   200
getWord                      401    200   404   404    404   404   404   404     404   404      200     200   200
updateWord                   401    200   404   404    404   404   404   404     404   404      200     200   200
deleteWord                   401    200   404   404    404   404   404   404     404   404      200     200   200
favoriteWord                 401    200   404   404    404   404   404   404     404   404      200     200   200
getAppConfig                 200    200   200   200    200   200   200   200     200   200      200     200   200
exportMe                     401    200   200   200    200   200   200   200     200   200      403     200   200
getMe                        401    200   200   200    200   200   200   200     200   200      200     200   200
updateMe                     401    200   200   200    200   200   200   200     200   200      200     200   200
listPeople                   401    403   403   403    200   200   200   200     200   200      200     200   200
listClasses                  401    403   403   403    200   200   200   200     200   200      200     200   200
createClass                  401    403   403   403    201   201   201   201     201   201      201     201   201
getClass                     401    403   403   403    200   404   404   404     200   200      200     200   200
updateClass                  401    403   403   403    200   404   404   404     200   200      200     200   200
deleteClass                  401    403   403   403    200   404   404   404     200   200      200     200   200
createInvitation             401    403   403   403    201   404   404   404     201   201      201     201   201
listInvitations              401    403   403   403    200   404   404   404     200   200      200     200   200
renewInvitation              401    403   403   403    200   404   404   404     200   200      200     200   200
endInvitation                401    403   403   403    200   404   404   404     200   200      200     200   200
lookAtInvitation             401    200   200   200    200   200   200   200     200   200      200     200   200
acceptInvitation             401    200   200   200    409   200   200   200     200   200      404     404   404
openPlace                    200    200   200   200    200   200   200   200     200   200      200     200   200
removeMember                 401    404   404   404    200   404   404   404     200   200      200     200   200
getSpellingSession           401    200   404   404    404   404   404   404     404   404      200     200   200
getPronunciation             401    200   404   404    404   404   404   404     404   404      200     200   200
listSpellingWords            401    200   200   200    200   200   200   200     200   200      200     200   200
listSpellingMistakes         401    200   200   200    200   200   200   200     200   200      200     200   200
getSpellingStats             401    200   200   200    200   200   200   200     200   200      200     200   200
getAudio                     200    200   200   200    200   200   200   200     200   200      200     200   200
startSession                 401    201   201   201    201   201   201   201     201   201      201     201   201
getSession                   401    200   404   404    404   404   404   404     404   404      200     200   200
recordResult                 401    200   404   404    404   404   404   404     404   404      200     200   200
completeSession              401    200   404   404    404   404   404   404     404   404      200     200   200
getFlashcardSession          401    200   404   404    404   404   404   404     404   404      200     200   200
getFlashcardStats            401    200   200   200    200   200   200   200     200   200      200     200   200
listFlashcardMistakes        401    200   200   200    200   200   200   200     200   200      200     200   200
listClozeTopics              401    200   200   200    200   200   200   200     200   200      200     200   200
listClozeLessons             401    200   200   200    200   200   200   200     200   200      200     200   200
listClozeItems               401    200   200   200    200   200   200   200     200   200      200     200   200
startClozeSession            401    201   201   201    201   201   201   201     201   201      201     201   201
getClozeSession              401    200   404   404    404   404   404   404     404   404      200     200   200
recordClozeResult            401    200   404   404    404   404   404   404     404   404      200     200   200
completeClozeSession         401    200   404   404    404   404   404   404     404   404      200     200   200
getClozeItemHint             401    200   200   200    200   200   200   200     200   200      200     200   200
getClozeItemTts              401    200   200   200    200   200   200   200     200   200      200     200   200
listClozeMistakes            401    200   200   200    200   200   200   200     200   200      200     200   200
getClozeStats                401    200   200   200    200   200   200   200     200   200      200     200   200
listGrammarCategories        401    200   200   200    200   200   200   200     200   200      200     200   200
listGrammarLessons           401    200   200   200    200   200   200   200     200   200      200     200   200
listGrammarQuestions         401    200   200   200    200   200   200   200     200   200      200     200   200
startGrammarSession          401    201   201   201    201   201   201   201     201   201      201     201   201
getGrammarSession            401    200   404   404    404   404   404   404     404   404      200     200   200
recordGrammarResult          401    200   404   404    404   404   404   404     404   404      200     200   200
completeGrammarSession       401    200   404   404    404   404   404   404     404   404      200     200   200
getGrammarQuestionHint       401    200   200   200    200   200   200   200     200   200      200     200   200
listGrammarMistakes          401    200   200   200    200   200   200   200     200   200      200     200   200
getGrammarStats              401    200   200   200    200   200   200   200     200   200      200     200   200
skipGrammarItem              401    200   404   404    404   404   404   404     404   404      200     200   200
listSentenceTopics           401    200   200   200    200   200   200   200     200   200      200     200   200
listSentenceLessons          401    200   200   200    200   200   200   200     200   200      200     200   200
listSentenceItems            401    200   200   200    200   200   200   200     200   200      200     200   200
startSentenceSession         401    201   201   201    201   201   201   201     201   201      201     201   201
getSentenceSession           401    200   404   404    404   404   404   404     404   404      200     200   200
recordSentenceResult         401    200   404   404    404   404   404   404     404   404      200     200   200
completeSentenceSession      401    200   404   404    404   404   404   404     404   404      200     200   200
getSentenceItemHint          401    200   200   200    200   200   200   200     200   200      200     200   200
listSentenceMistakes         401    200   200   200    200   200   200   200     200   200      200     200   200
getSentenceStats             401    200   200   200    200   200   200   200     200   200      200     200   200
getSentenceItemTts           401    200   200   200    200   200   200   200     200   200      200     200   200
getProgress                  401    200   403   403    200   403   403   403     200   200      200     200   200
getMyStats                   401    200   200   200    200   200   200   200     200   200      200     200   200
getClassStats                401    403   403   403    200   403   403   403     200   200      200     200   200
getToday                     401    200   200   200    200   200   200   200     200   200      200     200   200
startPractice                401    201   201   201    201   201   201   201     201   201      201     201   201
wakeMemory                   401    200   404   404    404   404   404   404     404   404      200     200   200
getClassBrief                401    403   403   403    200   404   404   404     200   200      200     200   200
getClassInsights             401    403   403   403    200   404   404   404     200   200      200     200   200
listMistakes                 401    200   403   403    200   403   403   403     200   200      200     200   200
processLesson                401    403   403   403    200   200   200   200     200   200      200     200   200
processBatch                 401    403   403   403    200   200   200   200     200   200      200     200   200
listLessons                  401    200   200   200    200   200   200   200     200   200      200     200   200
getRecordingItems            401    200   404   404    200   404   404   404     200   200      200     200   200
getLesson                    401    403   403   403    200   404   404   404     200   200      200     200   200
uploadLesson                 401    403   403   403    201   403   403   403     201   201      201     201   201
assignLesson                 401    403   403   403    403   404   404   404     200   200      403     200   200
retryLesson                  401    403   403   403    200   404   404   404     200   200      200     200   200
createUpload                 401    403   403   403    201   403   403   403     201   201      201     201   201
getUpload                    401    403   403   403    200   404   404   404     404   404      200     404   404
putUploadPart                401    403   403   403    200   404   404   404     404   404      200     404   404
finishUpload                 401    403   403   403    201   404   404   404     404   404      201     404   404
deleteUpload                 401    403   403   403    200   404   404   404     404   404      200     404   404
getDesk                      401    403   403   403    200   200   200   200     200   200      200     200   200
listExercises                401    200   200   200    200   200   200   200     200   200      200     200   200
getExercises                 401    403   403   403    200   404   404   404     200   200      200     200   200
editExercises                401    403   403   403    200   404   404   404     200   200      200     200   200
composeExercise              401    403   403   403    200   404   404   404     200   200      200     200   200
regenerateExercises          401    403   403   403    200   404   404   404     200   200      200     200   200
addItem                      401    403   403   403    201   404   404   404     201   201      201     201   201
editItem                     401    403   403   403    200   404   404   404     200   200      200     200   200
dropItem                     401    403   403   403    200   404   404   404     200   200      200     200   200
followNews                   401    200   200   200    200   200   200   200     200   200      200     200   200
listHistory                  401    403   403   403    200   404   404   404     200   200      200     200   200
approveExercises             401    403   403   403    200   404   404   404     200   200      200     200   200
rejectExercises              401    403   403   403    200   404   404   404     200   200      200     200   200
reopenExercises              401    403   403   403    200   404   404   404     200   200      200     200   200
withdrawExercises            401    403   403   403    200   404   404   404     200   200      200     200   200
withdrawItem                 401    403   403   403    200   404   404   404     200   200      200     200   200
reportItem                   401    201   404   404    201   404   404   404     201   201      201     201   201
listReports                  401    403   403   403    200   200   200   200     200   200      200     200   200
updateReport                 401    403   403   403    200   404   404   404     200   200      200     200   200
getClip                      401    200   404   404    200   404   404   404     200   200      200     200   200
updateClip                   401    403   403   403    200   404   404   404     200   200      200     200   200
deleteClip                   401    403   403   403    200   404   404   404     200   200      200     200   200
listClips                    401    403   403   403    200   404   404   404     200   200      200     200   200
processZoomLesson            401    403   403   403    200   403   403   403     200   200      200     200   200
getTranscript                401    403   403   403    200   403   403   403     200   200      200     200   200
fetchZoomRecordings          401    403   403   403    202   403   403   403     202   202      202     202   202
zoomWebhook                  200    200   200   200    200   200   200   200     200   200      200     200   200
getOpenApi                   200    200   200   200    200   200   200   200     200   200      200     200   200
getDocs                      200    200   200   200    200   200   200   200     200   200      200     200   200
createClass/with-mia         401    403   403   403    403   403   403   403     201   201
createClass/for-ms-lee       401    403   403   403    201   403   403   403     201   201
createClass/over-lessons     401    403   403   403    409   409   409   409     201   201
updateClass/adds-mia         401    403   403   403    403   403   403   403     200   200
updateClass/takes-over       401    403   403   403    200   404   404   404     200   200
acceptInvitation/own-for-mia 401    409   403   403    404   403   403   403     404   404
acceptInvitation/left-place  401    404   404   404    404   404   404   404     404   404
openPlace/left-place         404    404   404   404    404   404   404   404     404   404
renewInvitation/left-place   401    403   403   403    404   404   404   404     404   404
renewInvitation/by-own-class 401    403   403   403    404   404   404   404     404   404
uploadLesson/of-mia          401    403   403   403    201   403   403   403     201   201
uploadLesson/by-ms-lee       401    403   403   403    201   403   403   403     201   201
createUpload/of-mia          401    403   403   403    201   403   403   403     201   201
createUpload/by-ms-lee       401    403   403   403    201   403   403   403     201   201
assignLesson/to-mia          401    403   403   403    200   403   403   403     200   200
assignLesson/to-own-class    401    403   403   403    200   404   404   404     200   200
createWordList/for-mia       401    201   403   403    201   403   403   403     201   201
createWordList/in-b1         401    201   201   201    201   201   201   201     201   201
startSession/for-mia         401    201   403   403    201   403   403   403     201   201
startSession/her-word        401    201   400   400    400   400   400   400     400   400
processZoomLesson/own-class  401    403   403   403    404   403   403   403     404   404
getTranscript/own-class      401    403   403   403    404   403   403   403     404   404
getClassStats/of-own-class   401    403   403   403    200   200   200   200     200   200
eraseMe                      401    200   200   200    409   409   409   409     409   409      403     403   403
`;
