namespace FluentProfiles.Analyzers.Symbols;

/// <summary>What the attribute on a member of <c>AnthropicBeta</c> says.</summary>
internal sealed class KnownBeta
{
    private KnownBeta(string name, string member, AttributeData attribute)
    {
        Name = name;
        Member = member;
        foreach (var named in attribute.NamedArguments)
        {
            if (named is { Key: nameof(Shape), Value.Value: int shape })
                Shape = shape;
            else if (named is { Key: nameof(SupersededBy), Value.Value: string next })
                SupersededBy = next;
            else if (named is { Key: nameof(ConcernsProfiles), Value.Value: bool concerns })
                ConcernsProfiles = concerns;
            else if (named is { Key: nameof(ConcernsDataControls), Value.Value: bool ofControls })
                ConcernsDataControls = ofControls;
        }
    }

    public string Name { get; }

    /// <summary>The name of the member of <c>AnthropicBeta</c>.</summary>
    public string Member { get; }

    /// <summary>The revision that the beta chooses, or 0 for none.</summary>
    public int Shape { get; }

    public string? SupersededBy { get; }

    public bool ConcernsProfiles { get; }

    public bool ConcernsDataControls { get; }

    public bool ChoosesShape => Shape != 0;

    public static KnownBeta? Of(IPropertySymbol member) =>
        member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "KnownBetaAttribute")
            is { ConstructorArguments: [{ Value: string name }] } found
            ? new(name, member.Name, found)
            : null;
}
