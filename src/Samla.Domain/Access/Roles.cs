namespace Samla.Domain.Access;

/// <summary>What a person does in the work; one person may have several. <see cref="Rights"/> says what each may do.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Writes a reporter's answers (handläggare).</summary>
    Officer = 1,

    /// <summary>Answers for a reporter's submission (redovisningsansvarig): hands it in, and invites colleagues.</summary>
    Lead = 2,

    /// <summary>Reads, codes and compiles at the agency (analytiker).</summary>
    Analyst = 4,

    /// <summary>Runs rounds and accounts at the agency (administratör).</summary>
    Administrator = 8,

    /// <summary>Reads templates at the ministry and comments on drafts (departement); goes with no other role.</summary>
    Ministry = 16,

    /// <summary>Knows a subject at the agency (sakkunnig): reads chapters, comments on claims and signs.</summary>
    Expert = 32,
}
