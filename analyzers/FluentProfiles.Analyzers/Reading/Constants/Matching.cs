namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells what a pattern is matched against.</summary>
internal static class Matching
{
    /// <summary>The value whose members a pattern of properties reads, or null.</summary>
    /// <param name="input">The member's owner, as the pattern has it.</param>
    public static IOperation? ValueOf(IInstanceReferenceOperation input)
    {
        IOperation? part = input;
        while (part is not (null or IRecursivePatternOperation))
            part = part.Parent;
        return part is IPatternOperation pattern ? ValueOf(pattern) : null;
    }

    /// <summary>The value that a pattern is matched against as a whole, or null.</summary>
    public static IOperation? ValueOf(IPatternOperation pattern)
    {
        var outer = pattern.Parent;
        while (outer is INegatedPatternOperation or IBinaryPatternOperation)
            outer = outer.Parent;
        return outer switch
        {
            IIsPatternOperation match => match.Value,
            IPropertySubpatternOperation part => part.Member,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
            _ => null,
        };
    }
}
