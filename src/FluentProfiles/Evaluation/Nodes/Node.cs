namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A part of an expression that is evaluated by walking it, without being compiled.</summary>
internal abstract class Node;
