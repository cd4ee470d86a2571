using System.Text;

namespace FluentProfiles.Analyzers.Tests.Meaning;

/// <summary>Writes random queries that compile, many of which the planner refuses.</summary>
internal sealed class RandomQuery(Random random)
{
    private const int MostSteps = 7;

    // What may stand after a query of one kind of item, and which kind it then is of.
    private static readonly Dictionary<string, (string Step, string Kind)[]> Steps = new()
    {
        ["profile"] =
        [
            ("Where(p => p.Name != null)", "profile"),
            ("Where(p => p.EnforcementStatus == EnforcementStatus.Banned)", "profile"),
            ("Where(p => p.CreatedAt > since)", "profile"),
            ("Where(p => ids.Contains(p.Id))", "profile"),
            ("OrderBy(p => p.Name)", "profile"),
            ("OrderByDescending(p => p.CreatedAt)", "profile"),
            ("OrderBy(p => p.UpdatedAt)", "profile"),
            ("OrderBy(p => p.Metadata[\"a\"])", "profile"),
            ("Select(p => p)", "profile"),
            ("Select(p => new { p.Id, p.Name, p.CreatedAt })", "object"),
            ("Select(p => new Row { Id = p.Id, Name = p.Name, CreatedAt = p.CreatedAt })", "object"),
            ("Select(p => new Row { Id = p.Id + \"\", Name = p.Name, CreatedAt = p.CreatedAt })", "object"),
            ("Select(p => p.Name)", "text"),
            ("Select(p => p.Name!.Trim())", "text"),
            ("Select(p => p.ExternalUserDetails.Country)", "text"),
            ("Select(p => new { Profile = p, Key = p.Name })", "pair"),
            ("Select(p => new { Profile = p, Key = p.Name!.Trim() })", "pair"),
            ("Select(p => p.CreatedAt)", "value"),
            ("Select(p => p.Programs.Cyber!.Requirements!.HumanReview)", "value"),
            ("Select(p => new { Id = p.Programs.Cyber!.Requirements!.HumanReview, p.Name, p.CreatedAt })", "object"),
        ],
        ["object"] =
        [
            ("Where(x => x.Name != null)", "object"),
            ("OrderBy(x => x.Name)", "object"),
            ("OrderByDescending(x => x.CreatedAt)", "object"),
            ("OrderBy(x => x.Id)", "object"),
            ("Select(x => x)", "object"),
            ("Select(x => x.Name)", "text"),
            ("Select(x => new { Name = x.Name, x.Id, x.CreatedAt })", "object"),
            ("Select(x => new { Name = x.Name + \"\", x.Id, x.CreatedAt })", "object"),
        ],
        ["pair"] =
        [
            ("Where(x => x.Key != null)", "pair"),
            ("OrderBy(x => x.Key)", "pair"),
            ("OrderBy(x => x.Profile.CreatedAt)", "pair"),
            ("OrderBy(x => x.Profile.UpdatedAt)", "pair"),
            ("Select(x => x.Profile)", "profile"),
            ("Select(x => new { x.Profile, Key = x.Profile.Name })", "pair"),
        ],
        ["text"] =
        [
            ("Where(n => n != \"\")", "text"),
            ("OrderBy(n => n)", "text"),
            ("OrderBy(n => n!.Length)", "text"),
            ("Select(n => n)", "text"),
        ],
        ["value"] = [("Where(v => !v.Equals(null))", "value"), ("OrderBy(v => v)", "value")],
    };

    private static readonly string[] AnyKind =
    [
        "Take(5)",
        "Take(50)",
        "Skip(3)",
        "Reverse()",
        "OrderBy()",
        "OrderByDescending()",
        "WithDetails()",
        "WhereOnClient(x => x != null)",
        "WithPageSize(20)",
        "WithBeta(AnthropicBeta.UserProfiles2026_09_04)",
    ];

    /// <summary>A query, from its source on.</summary>
    public string Next()
    {
        var text = new StringBuilder("client.Query()");
        var kind = "profile";
        for (var left = random.Next(1, MostSteps + 1); left > 0; left--)
        {
            if (random.Next(3) == 0)
            {
                text.Append('.').Append(AnyKind[random.Next(AnyKind.Length)]);
                continue;
            }
            var (step, next) = Steps[kind][random.Next(Steps[kind].Length)];
            text.Append('.').Append(step);
            kind = next;
        }
        return text.ToString();
    }
}
