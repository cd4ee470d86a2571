namespace FluentProfiles.Evaluation;

/// <summary>A lambda as code, for one run.</summary>
/// <param name="Run">The code.</param>
/// <param name="IsByNodes">True when nodes alone evaluate it. Compiled code may call anything, and that may keep the item.</param>
internal sealed record LambdaCode<TItem, TResult>(Func<TItem, TResult> Run, bool IsByNodes);
