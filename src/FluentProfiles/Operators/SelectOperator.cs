namespace FluentProfiles.Operators;

/// <summary>A <c>Select</c>, whatever its types.</summary>
internal abstract class SelectOperator : QueryOperator;
