using Samla.Analyse;

namespace Samla.Web.Analyse;

/// <summary>How the pages word the state of an answer.</summary>
internal static class AnswerStates
{
    extension(AnswerState state)
    {
        public string Swedish =>
            state switch
            {
                AnswerState.Coded => "läst och kodat",
                AnswerState.Begun => "kodat men inte läst till slut",
                AnswerState.Silent => "läst, inget textställe",
                AnswerState.Unread => "inte läst",
                AnswerState.Blank => "lämnat tomt",
                AnswerState.Missing => "inget inlämnat",
                AnswerState.NotAsked => "ej tillfrågad",
            };
    }
}
