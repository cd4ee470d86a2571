namespace Probe.Wire;

/// <summary>An assumption can't be checked; the message says why, without anything of a customer.</summary>
internal sealed class UncheckedException(string reason) : Exception(reason);
