namespace FluentProfiles.Operators.Conditions;

/// <summary>An operator that keeps the items for which a condition holds.</summary>
internal interface ICondition<in T>
{
    /// <summary>Returns the condition as code.</summary>
    Func<T, bool> ToPredicate();
}
