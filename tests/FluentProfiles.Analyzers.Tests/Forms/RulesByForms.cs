namespace FluentProfiles.Analyzers.Tests.Forms;

/// <summary>Every rule of a table in every form of another, by their numbers.</summary>
internal static class RulesByForms
{
    public static TheoryData<int, int> Of(int rules, int forms)
    {
        var cases = new TheoryData<int, int>();
        for (var rule = 0; rule < rules; rule++)
        {
            for (var form = 0; form < forms; form++)
                cases.Add(rule, form);
        }
        return cases;
    }
}
