using Samla.Analyse.Assessments;
using Samla.Domain.Analyse;
using Samla.Reference;

namespace Samla.Tests.Analyse.Assessments;

/// <summary>A form's scale and questions as people write them.</summary>
public sealed class AssessmentFormTextTests
{
    [Fact]
    public void The_form_that_comes_with_the_program_has_its_34_questions_in_four_groups()
    {
        var words = FormWords.Of(
            Assert.IsType<Registers.Outcome.Fits>(Registers.Read(DataFolder.Registers)).Registers.AssessmentForm
        );

        var (levels, wrongLevels) = AssessmentFormText.ReadLevels(words.Levels);
        var (questions, wrongQuestions) = AssessmentFormText.ReadQuestions(words.Questions);

        Assert.Empty(wrongLevels);
        Assert.Empty(wrongQuestions);
        Assert.Equal([0, 1, 2, 3], levels.Select(level => level.Value));
        Assert.Equal(
            [("A", 7), ("B", 9), ("C", 6), ("D", 12)],
            questions.GroupBy(question => question.Letter).Select(group => (group.Key, group.Count()))
        );
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was()
    {
        const string Levels = "0 Saknas: Inget spår: inte ens ett ord.\n1 Finns\n";
        const string Questions = "A. Mål\na1. Finns mål?\na2. Vad saknas? (fritext)\n\nÖ. Övrigt\nb10. Annat?\n";

        Assert.Equal(Levels, AssessmentFormText.Write(AssessmentFormText.ReadLevels(Levels).Levels));
        var questions = AssessmentFormText.ReadQuestions(Questions).Questions;
        Assert.Equal(Questions, AssessmentFormText.Write(questions));
        Assert.Equal([false, true, false], questions.Select(question => question.IsFree));
    }

    [Theory]
    [InlineData("A. Mål\na1. Finns mål?\na1. Finns fler?", 3, "två gånger")]
    [InlineData("a1. Finns mål?", 1, "före den första gruppen")]
    [InlineData("A. Mål\nFinns mål?", 2, "a1. Finns mål")]
    [InlineData("A. Mål\na1. Ett?\nB. Annat\nb1. Två?\nA. Mål igen", 5, "två gånger")]
    [InlineData("A. Mål\na1. (fritext)", 2, "Skriv frågan")]
    public void What_is_wrong_with_the_questions_is_named_with_its_line(string text, int line, string words)
    {
        var fault = Assert.Single(AssessmentFormText.ReadQuestions(text).Faults);

        Assert.Equal(line, fault.Line);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 Nej\n0 Ja", 2, "två gånger")]
    [InlineData("0 Nej\nkanske", 2, "siffran")]
    [InlineData("12 Nej", 1, "siffran")]
    public void What_is_wrong_with_the_scale_is_named_with_its_line(string text, int line, string words)
    {
        var fault = Assert.Single(AssessmentFormText.ReadLevels(text).Faults);

        Assert.Equal(line, fault.Line);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }
}
