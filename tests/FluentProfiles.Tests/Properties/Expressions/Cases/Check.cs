namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Compares everything that the library makes of a case with what the rule says.</summary>
internal abstract class Check
{
    public static Check Of(ExpressionCase query) =>
        (Check)Activator.CreateInstance(typeof(Check<>).MakeGenericType(query.Lambda.ReturnType), query)!;

    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailureAsync(CaseProfiles world);
}
