using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Where the pages of a reporter's register are.</summary>
internal static class InterventionAddress
{
    public static string RegisterOf(Key<Round> round, Key<Reporter> reporter) =>
        $"{ReportAddress.Of(round, reporter)}/insatser";

    extension(InterventionRegister register)
    {
        public string Tasks => ReportAddress.Of(register.Round.Id, register.Reporter.Id);

        public string Address => RegisterOf(register.Round.Id, register.Reporter.Id);

        public string New => $"{register.Address}/ny";

        public string Of(Key<Intervention> id) => $"{register.Address}/{id}";

        public string Choosing(Key<Requirement> requirement) => $"{register.Address}/valj/{requirement}";
    }
}
