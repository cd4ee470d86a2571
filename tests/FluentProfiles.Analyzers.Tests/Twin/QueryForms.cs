using System.Text;

namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Writes random programs of one query each, in the forms in which people write queries: as one chain, through locals
/// and branches, in query syntax, over a client of their own. All that a program uses is a constant or a value that looks like
/// one. Every program compiles; many of them are refused when they run.</summary>
internal sealed class QueryForms(Random random)
{
    private readonly ValueForms values = new(random);
    private readonly StringBuilder before = new();

    public GeneratedProgram Next()
    {
        before.Clear();
        values.Clear();
        if (random.Next(8) == 0)
        {
            var write = WriteForms.Next(random, values);
            return new($"{values.Declarations}{write}");
        }
        var source = Source();
        var (chain, kind) = random.Next(5) == 0 ? QuerySyntax(source) : Chain(source, "profile");
        var run = Run(chain, kind);
        return new($"{values.Declarations}{before}{run}");
    }

    private string Source() =>
        random.Next(6) switch
        {
            0 => OwnClient(),
            1 => "ProfileQuery.FromItems(Items)",
            _ => "client.Query()",
        };

    private string OwnClient()
    {
        var name = values.NewName("o");
        before.Append(
            $"var {name} = new ProfilesClientOptions {{ ApiKey = \"any-key\", BaseUrl = address{Pick(["", $", Betas = [{values.Beta()}]", $", Betas = {{ {values.Beta()} }}", OptionForms.Setting(random, values)])} }};\n"
        );
        for (var left = random.Next(4); left > 0; left--)
            before.Append(BetaStatement(name));
        before.Append($"using var own{name} = new ProfilesClient({name});\n");
        if (random.Next(6) == 0)
            before.Append(BetaStatement(name));
        return $"own{name}.Query()";
    }

    private string BetaStatement(string options)
    {
        var change = Pick([
            $"{options}.Betas.Add({values.Beta()});",
            $"{options}.Betas.Add({values.Beta()});",
            $"{options}.Betas = [{values.Beta()}];",
            $"{options}.Betas.Clear();",
            $"{options}.Betas.Remove({values.Beta()});",
            $"{options}.MaxRetries = 0;",
            OptionForms.Statement(random, options, values),
            OptionForms.Statement(random, options, values),
        ]);
        return random.Next(4) == 0 ? $"if (flag) {change}\n" : change + "\n";
    }

    private (string Chain, string Kind) Chain(string source, string kind)
    {
        var chain = source;
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            var (step, next) = StepForms.Next(random, kind, values);
            if (next == kind && !step.StartsWith("Select", StringComparison.Ordinal) && random.Next(5) == 0)
                chain = ThroughLocal(chain, step);
            else
                chain = $"{chain}.{step}";
            kind = next;
        }
        return (chain, kind);
    }

    /// <summary>The chain goes on in a local, for sure or in one of two branches.</summary>
    private string ThroughLocal(string chain, string step)
    {
        var name = values.NewName("q");
        before.Append($"var {name} = {chain};\n");
        switch (random.Next(4))
        {
            case 0:
                before.Append($"if (flag) {name} = {name}.{step};\n");
                break;
            case 1:
                return $"(flag ? {name} : {name}.{step})";
            case 2:
                before.Append($"{name} = {name}.{step};\n");
                break;
            default:
                return $"{name}.{step}";
        }
        return name;
    }

    private (string Chain, string Kind) QuerySyntax(string source)
    {
        var text = new StringBuilder($"from p in {source}");
        if (random.Next(2) == 0)
            text.Append(
                Pick([
                    " let n = p.Name",
                    " let n = p.Name!.Trim()",
                    " let n = p.Id",
                    " let n = p.Id where n == \"uprof_1\"",
                    " let n = p.EnforcementStatus",
                    " let n = p.EnforcementStatus where n == EnforcementStatus.Banned",
                ])
            );
        for (var left = random.Next(3); left > 0; left--)
            text.Append(" where ").Append(StepForms.Condition(random, values));
        if (random.Next(2) == 0)
            text.Append(
                Pick([" orderby p.Name", " orderby p.UpdatedAt descending", " orderby p.Id", " orderby p.CreatedAt"])
            );
        var kind = Pick(["profile", "text"]);
        text.Append(kind == "profile" ? " select p" : " select p.Name");
        return ($"({text})", kind);
    }

    private string Run(string chain, string kind)
    {
        if (random.Next(12) == 0)
            return $"await {chain}.ForEachAsync((item, _) => default, {Pick(["workers: ", ""])}{values.Number(2)}); return null;";
        if (random.Next(8) == 0)
            return $"List<object?> all = []; await foreach (var item in {chain}) all.Add(item); return all;";
        var terminal = Pick([
            "ToListAsync()",
            "ToArrayAsync()",
            "CountAsync()",
            "AnyAsync()",
            "FirstOrDefaultAsync()",
            "LastOrDefaultAsync()",
            "Take(3).ToListAsync()",
            "OrderBy(x => x).Take(3).ToListAsync()",
            $"ToPageAsync({values.Number(2)})",
            $"ElementAtAsync({values.Number(0)})",
            "CountAsync(x => x != null)",
            "MinByAsync(x => x)",
            "MaxAsync()",
            "CountByAsync(x => x, StringComparer.Ordinal)",
            "ToString()",
        ]);
        if (terminal == "ToString()")
            return $"return {chain}.ToString();";
        if (kind != "text")
            terminal = terminal
                .Replace("OrderBy(x => x).", "", StringComparison.Ordinal)
                .Replace(", StringComparer.Ordinal", "", StringComparison.Ordinal);
        // The smallest of no values is no value.
        if (kind == "value" && terminal.StartsWith('M'))
            terminal = "CountAsync()";
        return $"return await {chain}.{terminal};";
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
